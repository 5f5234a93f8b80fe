# Said without a name about a clerk of the personnel bureau: the clerk and the bureau are told that there is no such file, whatever they may do elsewhere.
story: A complaint its object never finds
kind:  complaint
rows:  28
place: 120103
2024-09-10 08:50  resident       own: complain(the centre never answers; delay; district)  REFUSED law
           09:00  resident       complain(moon cakes were handed over the counter; gifts_meals)  received  owner district  receive by 2024-09-26 00:00
           09:10  conduct_people  note_inquiry(nothing of the sort)               REFUSED id
           09:20  conduct_office  assign(discipline; they look into gifts)        examining  owner discipline  examine by 2024-11-10 00:00
           09:30  conduct_people  name_whom(civil_affairs)                        REFUSED id
           09:40  conduct_organ  name_whom(discipline)                            REFUSED when
           09:41  conduct_organ  name_whom(personnel; p-personnel)                examining
           09:50  conduct_organ  assign(personnel; let them look)                 REFUSED when
           10:00  conduct_people  assign(personnel; give it to us)                REFUSED id
           10:05  conduct_people  conclude(not_founded; nothing_to_do; nothing)   REFUSED id
           10:10  personnel      note_inquiry(I was away)                         REFUSED id
           10:20  conduct_organ  conclude(founded; reminder; two boxes)           REFUSED when
           10:30  conduct_organ  note_inquiry(the counter list shows two boxes)   examining
           10:31  conduct_office  note_inquiry(we saw them too)                   REFUSED id
           10:40  conduct_organ  conclude(partly_founded; put_right; two boxes, given back)  concluded
           10:50  conduct_organ  tell_and_close(given back)                       REFUSED who
           10:51  conduct_organ  look_again(who else)                             REFUSED who
           11:00  conduct_chief  look_again(ask the second clerk)                 examining
           11:10  conduct_organ  note_inquiry(the second clerk says the same)     examining
           11:20  conduct_organ  conclude(partly_founded; put_right; given back, the counter has a notice)  concluded
           11:30  conduct_chief  tell_and_close(given back, and a notice stands there now)  closed
