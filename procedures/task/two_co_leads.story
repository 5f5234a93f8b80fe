# A task with two co-leads: both sign the plan, and again when a milestone changes; nobody checks what they or their unit did; nothing is closed
# without proof, and not until both have signed the result.
story: One company for two halls
kind:  task
rows:  12, 29
place: 120103
2024-03-04 09:00  supervision    twice: set_task(reform; one hall; merge them; sports_bureau; +100d 17:30; sports_bureau)  REFUSED law
           09:01  supervision    itself: set_task(reform; one hall; merge them; district; +100d 17:30)  REFUSED when
           09:02  supervision    other: set_task(parks; the park by the hall; open it; city_management; +90d 17:30)  drafted
           09:03  supervision    task: set_task(reform; one company for two halls; merge the two companies; sports_bureau; +100d 17:30; city_management)  drafted  draft by +7d 17:30  owner district
           09:04  supervision    issue                                  REFUSED when
           09:05  supervision    add_milestone(the plan is agreed; 40; sports_bureau; +101d 17:30)  REFUSED law
           09:05  supervision    add_milestone(the plan is agreed; 40; sports_bureau; +20d 17:30)  drafted
           09:06  supervision    add_milestone(the staff have moved; 70; city_management; +50d 17:30)  drafted
           09:07  supervision    issue                                  REFUSED when
           09:08  supervision    change_milestone#2(the staff have moved; 160; +50d 17:30; a slip of the pen)  REFUSED when
           09:09  supervision    change_milestone#2(the staff have moved; 60; +50d 17:30; a slip of the pen)  drafted
           09:10  supervision    add_milestone(heating; 10; heat_company; +50d 17:30)  REFUSED law
           09:11  supervision    call_in(heat_company; lead)            REFUSED when
           09:12  supervision    call_in(telecom_company; co_operating)  REFUSED when
           09:12  supervision    call_in(heat_company; co_operating)    drafted
           09:13  supervision    call_in(heat_company; co_operating)    REFUSED law
           09:14  supervision    add_milestone(heating; 0; heat_company; +50d 17:30)  REFUSED law
           09:15  supervision    add_milestone(heating; 10; heat_company; +50d 17:30)  drafted
           09:16  supervision    issue                                  REFUSED when
           09:17  supervision    release#3(not needed)                  REFUSED when
           09:18  supervision    strike_milestone#3(the halls heat themselves)  drafted
           09:20  supervision    issue                                  signing  sign by +3d 17:30  finish by 2024-06-12 17:30  owner sports_bureau
           09:30  city_office    agree#1                                REFUSED who
           09:31  sports_office  agree                                  signing
           09:32  sports_office  object#3(none of theirs)               REFUSED who
           09:33  heat_office    object(the halls heat themselves)      signing
           09:40  supervision    uphold(first tell us in writing)       signing
           09:41  supervision    release#1(no lead)                     REFUSED when
           09:45  supervision    release#3(they do indeed)              signing
           10:00  city_office    agree                                  working  report by 2024-04-04 00:00
           10:10  supervision    add_milestone(too late; 10; sports_bureau; +50d 17:30)  REFUSED step
2024-03-11 09:00  supervision    revise(the first milestone moves)      signing  finish by 2024-06-12 17:30
           09:10  sports_office  agree                                  signing
           09:20  supervision    change_milestone#1(the plan is agreed and sealed; 40; +20d 17:30; the seal was forgotten)  signing
           09:30  city_office    agree                                  signing
           09:40  sports_office  agree                                  working
2024-03-20 09:00  city_office    finish_milestone#1(the plan)           REFUSED who
           09:01  sports_office  finish_milestone#1                     REFUSED evidence
           09:02  sports_office  finish_milestone#1(the plan)           working
           09:10  sports_office  check_milestone#1(checked; I saw it)   REFUSED who
           09:11  sports_chief   check_milestone#1(checked; I saw it)   REFUSED who
           09:20  city_office    check_milestone#1(running; the seal is missing)  working
           09:30  sports_office  finish_milestone#1(the sealed plan)    working
           09:40  city_office    check_milestone#1(checked; the seal is there)  working
           10:00  supervision    find_wanting#1(it is the seal of another year)  working
           10:10  sports_office  finish_milestone#1(the plan with the right seal)  working
           10:20  supervision    check_milestone#1(checked; seen on the spot)  working
           10:30  sports_office  submit_result(the report)              REFUSED when
2024-04-02 09:00  heat_office    report_progress(we do nothing here)    REFUSED who
           09:01  sports_office  report_progress(the staff move in May)  working  report by 2024-05-03 00:00
           09:10  heat_office    share_evidence(other)                  REFUSED who
           09:11  city_office    share_evidence(other)                  working
           09:20  city_office    finish_milestone#2(the list of rooms)  working
           09:30  supervision    check_milestone#2(checked; seen on the spot)  working
           10:00  city_office    submit_result(the report)              REFUSED who
           10:01  sports_office  submit_result                          REFUSED evidence
           10:02  sports_office  submit_result(the report)              reviewing  review by +8d 17:30  owner district
           10:10  supervision    close(well done)                       REFUSED when
           10:11  city_office    sign_result#1                          REFUSED who
           10:12  sports_office  sign_result                            reviewing
           10:20  supervision    close(well done)                       REFUSED when
           10:30  supervision    send_back(the report lacks its figures)  working  owner sports_bureau
           11:00  sports_office  submit_result(the report with figures)  reviewing
           11:10  sports_office  sign_result                            reviewing
           11:20  city_office    sign_result                            reviewing
           11:30  city_office    close(we are done)                     REFUSED who
           11:31  sports_chief   close(they are done)                   REFUSED who
           11:40  supervision    close(seen on the spot, both have signed)  closed
