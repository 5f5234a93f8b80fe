# A slip that nobody answered keeps the task from closing; it can be answered while the result is under review, and the task closes then.
story: An unanswered slip keeps a task open
kind:  task
rows:  1
place: 120103
2024-03-04 09:00  supervision    set_task(parks; a park; open it; sports_bureau; +60d 17:30)  drafted
           09:10  supervision    add_last_milestone(open; sports_bureau; +50d 17:30)  drafted
           09:20  supervision    issue                                  signing
           09:30  sports_office  agree                                  working
2024-04-01 09:00  supervision    issue_slip(nothing to be seen)         working
           09:10  sports_office  finish_milestone(the gate)             working
           09:20  city_office    check_milestone(checked; walked in)    working
           09:30  sports_office  submit_result(a report)                reviewing
           09:40  sports_office  sign_result                            reviewing
           09:50  supervision    close(all good)                        REFUSED when
           10:00  supervision    settle_slip(settled; never mind)       REFUSED step
           10:10  sports_office  answer_slip(the gate came late)        reviewing
           10:20  supervision    close(all good)                        REFUSED when
           10:30  supervision    settle_slip(settled; so it was)        reviewing
           10:40  supervision    close(all good)                        closed
