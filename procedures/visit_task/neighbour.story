# A visit is offered, not ordered. Whoever goes sees the task only, says for how many hours, and the community asks the household whether it was so.
story: A neighbour looks in
kind:  visit_task
place: 120103004010001
2024-03-04 09:00  aid_worker     offer(look in and see whether the heating works; p-aid_visitor; sports_bureau; care_visit; +5d 17:30; Zhao, building 13; in_person)  offered  reply by 2024-03-08 00:00  owner community
           09:04  aid_worker     wrong: offer(look in; p-aid_visitor; sports_bureau; care_visit; +5d 17:30; Zhao, building 13; no)  REFUSED field.agreed
           09:05  aid_worker     wrong: offer(look in; p-aid_visitor; personnel; care_visit; +5d 17:30; Zhao, building 13; in_person)  REFUSED law
           09:10  aid_cashier    accept                                  REFUSED may
           09:12  street_aid_visitor  accept                                 REFUSED who
           09:13  street_aid_visitor  decline                                REFUSED who
           09:20  aid_visitor    accept                                  accepted  go by 2024-03-09 17:30
           09:30  street_aid_visitor  note_visit(1; fine)                    REFUSED who
           09:31  street_aid_visitor  nobody_met(no)                         REFUSED who
2024-03-06 15:00  aid_visitor    note_visit(0; fine)                     REFUSED when
           15:00  aid_visitor    note_visit(-2; fine)                    REFUSED when
           15:00  aid_visitor    note_visit(25; fine)                    REFUSED when
           15:01  aid_visitor    note_visit(2; the heating works, the tap drips)  visited
           15:30  street_aid_visitor  confirm(they say so)                   REFUSED who
           15:40  aid_worker     confirm(they were glad)                 confirmed
           16:00  aid_worker     no: offer(bring the rice; p-aid_visitor; sports_bureau; festival; +5d 17:30; Qian, building 2; in_person)  offered
           16:10  aid_visitor    no: decline                             declined
           16:20  aid_worker     shut: offer(bring the rice; p-aid_visitor; sports_bureau; festival; +5d 17:30; Qian, building 2; in_person)  offered
           16:30  aid_visitor    shut: accept                            accepted
           16:40  aid_visitor    shut: nobody_met(rang twice)            not_met
           16:50  aid_worker     off: offer(bring the rice; p-aid_visitor; sports_bureau; festival; +5d 17:30; Sun, building 4; in_person)  offered
           16:55  aid_worker     off: cancel                             cancelled
