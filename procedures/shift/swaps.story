# A swap is an offer: the other person says yes or no first, and neither of the two approves it. Who did not agree simply keeps the own shift.
story: Swaps, and a shift that is not needed
kind:  shift
rows: 22
place: 120103
2024-03-04 09:00  duty_main    plan_shift(sort: workday_night; office: duty_office; begins: 2024-03-08 17:30; ends: 2024-03-09 08:30; post.role: leader, main, deputy; post.person: p-duty_leader, p-duty_main, p-duty_deputy)  rostering
           09:05  duty_main    fix_roster                              planned
           09:10  duty_deputy  ask_swap#2(p-duty_other; a wedding)     REFUSED who
           09:11  duty_deputy  ask_swap#3(p-duty_deputy; a wedding)    REFUSED when
           09:12  duty_deputy  ask_swap#3(p-judge; a wedding)  REFUSED when
           09:12  duty_deputy  ask_swap#3(p-duty_other; a wedding)     planned  swap by +1d 17:30
           09:20  duty_main    answer_swap#3(swap_agreed)              REFUSED who
           09:21  duty_other   answer_swap#3(rostered)                 planned
           09:30  duty_deputy  ask_swap#3(p-duty_other; the week after I take two)  planned
           09:40  duty_other   answer_swap#3(swap_agreed)              planned
           09:50  duty_head    rule_swap#3(replaced; good)             REFUSED who
           09:51  duty_leader  rule_swap#3(rostered; you are needed then)  planned
           10:00  duty_deputy  ask_swap#3(p-duty_other; it is sorted out)  planned
           10:05  duty_other   answer_swap#3(swap_agreed)              planned
           10:10  duty_leader  rule_swap#3(replaced; good)             planned
2024-03-08 17:10  duty_deputy  confirm_arrival#3                       REFUSED step
           17:11  duty_other   confirm_arrival#4                       assembling
           17:12  duty_leader  confirm_arrival#1                       assembling
           17:13  duty_main    confirm_arrival#2                       assembling
2024-03-09 08:31  clock        -                                       handing_over
           09:01  clock        -                                       handing_over  overdue hand_over
           09:05  duty_main    write_handover(nothing open; 0)         handing_over
           09:10  duty_deputy  take_over(nothing open)                 handed_over
2024-03-11 09:00  duty_main    second: plan_shift(sort: weekend; office: duty_office; begins: 2024-03-16 08:30; ends: 2024-03-17 08:30; post.role: leader; post.person: p-duty_leader)  rostering
           09:05  duty_head    second: cancel_shift(merged)            REFUSED who
           09:06  duty_main    second: cancel_shift(merged with the night before)  cancelled
2024-03-12 09:00  duty_main    third: plan_shift(sort: flood_season; office: duty_office; begins: 2024-03-13 08:30; ends: 2024-03-13 17:30; post.role: leader, sole; post.person: p-duty_leader, p-duty_main)  rostering
           09:05  duty_main    third: fix_roster                       planned
2024-03-13 08:05  clock        third: -                                third: assembling
           08:31  duty_main    third: cannot_stand_in#2                REFUSED when
           17:35  emergency_head  third: hand_over_for(we were at the river)  REFUSED who
           17:36  duty_leader  third: hand_over_for(all were at the river, nothing is open)  handed_over
