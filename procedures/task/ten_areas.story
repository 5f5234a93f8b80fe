# One task under each of the ten areas of the plan, by their own names. Without proof a milestone is not reached and nothing closes; whoever did it does not check it.
story: Ten areas, and no closing without proof
kind:  task
rows:  1, 29
place: 120103
2024-03-04 09:00  supervision    a1: set_task(space; a second centre; plan it; sports_bureau; +100d 17:30)  drafted  field.aspect space
           09:01  supervision    a2: set_task(co_operation; ten firms from Beijing; visit them; sports_bureau; +100d 17:30)  drafted
           09:02  supervision    a3: set_task(investment; five works begun; begin them; sports_bureau; +100d 17:30)  drafted
           09:03  supervision    a4: set_task(industries; a list of firms; make it; sports_bureau; +100d 17:30)  drafted
           09:04  supervision    a5: set_task(parks; two parks let; let them; sports_bureau; +100d 17:30)  drafted
           09:05  supervision    a6: set_task(culture_tourism; a night of lights; hold it; sports_bureau; +100d 17:30)  drafted
           09:06  supervision    a7: set_task(talent; three fairs; hold them; sports_bureau; +100d 17:30)  drafted
           09:07  supervision    a8: set_task(business_climate; one window; open it; sports_bureau; +100d 17:30)  drafted
           09:08  supervision    a9: set_task(reform; one company; merge two; sports_bureau; +100d 17:30; city_management)  drafted
           09:09  supervision    a10: set_task(economic_dispatch; a sheet a month; send it; sports_bureau; +100d 17:30)  drafted
           09:20  supervision    a1: add_last_milestone(the plan; sports_bureau; +90d 17:30)  drafted
           09:21  supervision    a1: issue                              signing
           09:30  sports_office  a1: agree                              working
2024-04-02 09:00  sports_office  a1: finish_milestone                   REFUSED evidence
           09:01  sports_office  a1: submit_result(the plan; ready)     REFUSED when
           09:02  sports_office  a1: finish_milestone(the drawn plan)   working
           09:10  sports_office  a1: check_milestone(checked; mine)     REFUSED who
           09:11  city_office    a1: check_milestone(checked; seen)     working
           09:20  sports_office  a1: submit_result                      REFUSED evidence
           09:21  supervision    a1: close(good)                        REFUSED step
           09:30  sports_office  a1: submit_result(the sealed plan)     reviewing
           09:40  sports_office  a1: sign_result                        reviewing
           09:50  supervision    a1: circulate                          reviewing
           10:00  supervision    a1: close(seen on the spot)            closed
