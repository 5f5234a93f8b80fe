# An order is an offer to a group. Of whoever does not take it nothing is written down; whoever took it hands it back without a reason, and the order
# is simply open again. Nobody can be named for it: to take it has no field for a person.
story: An order is an offer
kind:  volunteer_order
rows: 47
place: 120103004010
2024-03-04 09:00  asker            offer_work(need: walk around the lake; at: +3d 19:00; hours: 2; risky: no; risks: it may be slippery; offer.unit: volunteers; offer.group: patrol)  offered
           09:05  asker            take(yes; yes)                         REFUSED may
           09:06  stranger         nobody_free                            REFUSED who
           09:07  asker            offer_to_another(volunteers; peace)    REFUSED law
           09:08  stranger         offer_to_another(sisters; sisters)     REFUSED who
           09:10  asker            offer_to_another(sisters; sisters)     offered
           09:20  sisters_office   nobody_free                            offered
# Volunteers A and C do nothing, and that is all they need to do. B takes it and thinks again.
           10:00  other_volunteer  take(yes; yes)                         accepted
           10:05  volunteer        hand_back                              REFUSED who
           10:10  other_volunteer  hand_back                              offered
           11:00  third_volunteer  take(yes; yes)                         accepted
2024-03-07 19:00  third_volunteer  begin(offline; patrol_work; 19:00)     serving
           19:05  asker            confirm_begin                          serving
           19:20  third_volunteer  hand_back                              offered
           19:21  clock            -                                      untaken
           19:30  volunteer        take(yes; yes)                         REFUSED step
2024-03-08 09:00  asker            late: offer_work(need: sort the library; at: +2d 09:00; hours: 2; risky: no; risks: books are heavy; offer.unit: volunteers; offer.group: party)  offered
2024-03-10 09:01  clock            late: -                                untaken
2024-03-11 09:00  helping_asker    own: offer_work(need: water the flowers; at: +2d 09:00; hours: 1; risky: no; risks: none; offer.unit: community; offer.group: building_heads)  offered
           09:01  helping_asker    own: take(yes; yes)                    REFUSED who
           09:05  stranger         own: cancel(rain)                      REFUSED who
           09:06  asker            own: cancel(it rains)                  cancelled
