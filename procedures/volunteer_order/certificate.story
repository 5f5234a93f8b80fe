# One service online and one at the place, each confirmed by both sides, and one certificate for both.
story: One online and one at the place
kind:  volunteer_order
rows: 56
place: 120103004010
2024-03-04 09:00  asker            offer_work(need: translate the notice and help at the desk; at: +2d 09:00; hours: 9; risky: no; risks: none beyond those of a day in an office; offer.unit: volunteers; offer.group: peace)  REFUSED field.hours
           09:01  asker            offer_work(need: translate the notice and help at the desk; at: +2d 09:00; hours: 4; risky: no; risks: none beyond those of a day in an office; served: Grandmother Li, 13-2-401; offer.unit: volunteers; offer.group: peace)  offered  take_up by 2024-03-06 09:00  owner community
           09:10  stranger         take(yes; yes)                         REFUSED who
           09:11  volunteer        take(yes; no)                          REFUSED when
           09:12  volunteer        take(yes; yes)                         accepted
           09:20  stranger         begin(online; translation; 09:20)      REFUSED who
           09:30  volunteer        begin(online; translation; 09:30)      serving  meet by 2024-03-06 00:00
           09:35  stranger         confirm_begin                          REFUSED who
           09:36  volunteer        confirm_begin                          REFUSED may
           09:40  asker            confirm_begin                          serving
           11:40  other_volunteer  end(2; both pages; the text)           REFUSED who
           11:41  volunteer        end(20; both pages; the text)          REFUSED service.hours
           11:42  volunteer        end(3; both pages; the text)           serving  confirm by 2024-03-07 17:30
           11:50  stranger         confirm_end(confirmed)                 REFUSED who
           13:30  asker            confirm_end(met; it was two hours)     serving
           13:40  volunteer        end(2; both pages; the corrected text)  serving
           13:45  volunteer        begin(offline; company; 13:45)         REFUSED when
           13:50  asker            finish                                 REFUSED when
           13:51  asker            confirm_end(confirmed)                 serving
           13:52  volunteer        hand_back                              REFUSED when
2024-03-06 09:00  volunteer        begin(offline; publicity_work; 09:00)  serving
           09:05  asker            confirm_begin#2                        serving
           11:00  volunteer        end#2(2; at the desk; the desk)        serving
           11:30  asker            confirm_end#2(confirmed)               serving
           11:40  stranger         finish                                 REFUSED who
           11:41  asker            certify                                REFUSED step
           11:42  asker            finish                                 completed
           12:00  stranger         certify                                REFUSED who
           12:01  asker            certify                                completed
           12:05  asker            certify                                completed
