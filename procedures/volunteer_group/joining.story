# People join and leave by their own act. The list is for themselves and the group's contact; a notice names nobody.
story: By one's own act
kind:  volunteer_group
rows: 47, 44
place: 120103004010
2024-03-04 09:00  keeper           found(name: Locust peace volunteers; group: peace; unit: volunteers; keeper: p-keeper; risks: night walks, slippery steps)  recruiting  owner volunteers  recruit by 2024-04-05 00:00
           09:10  volunteer        join(volunteer; no)                    REFUSED when
           09:11  volunteer        join(volunteer; yes)                   recruiting  field.members 1
           09:12  volunteer        join(volunteer; yes)                   REFUSED who
           09:20  keeper           start_work                             REFUSED when
           09:30  other_volunteer  join(party_volunteer; yes)             recruiting  field.members 2
           09:31  third_volunteer  join(head_of_building; yes)            recruiting
           09:40  asker            start_work                             REFUSED who
           09:41  keeper           start_work                             active  review by 2024-06-05 00:00
           10:00  volunteer        leave#2                                REFUSED record
           10:01  keeper           leave#2                                REFUSED who
           10:05  other_volunteer  leave#2                                active  field.members 2
           10:10  other_volunteer  join(volunteer; yes)                   active  field.members 3
           10:20  asker            recruit_more(we need two more)         REFUSED who
           10:21  keeper           recruit_more(we need two more)         active
           10:22  keeper           recruit_more(and two more)             REFUSED when
# The group's calendar.
           11:00  asker            plan_activity(evening walk; +2d 19:00; 120103004010001)  REFUSED who
           11:01  keeper           plan_activity(evening walk; +2d 19:00; 120103004010001)  active  hold by 2024-03-10 00:00
           11:02  keeper           plan_activity(morning walk; +3d 06:00; 120103004010001)  active
           11:10  asker            cancel_activity#2(rain)                REFUSED who
           11:11  keeper           cancel_activity#2(rain)                active
2024-03-06 18:00  keeper           hold_activity#1(2)                     REFUSED step
           20:00  asker            hold_activity#1(2)                     REFUSED who
           20:01  keeper           hold_activity#1(2)                     active
2024-04-05 00:01  clock            -                                      active
           09:00  keeper           recruit_more(and two more)             active
2024-04-06 09:00  keeper           recruit_more(and three more)           REFUSED when
2024-06-03 09:00  asker            look_through(all is well)              REFUSED who
           09:01  keeper           look_through(insurance holds until May)  active  review by 2024-09-04 00:00
           09:10  asker            disband(no reason)                     REFUSED who
           09:11  keeper           disband(it joins the patrol)           disbanded
