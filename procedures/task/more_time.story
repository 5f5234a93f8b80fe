# More time is asked for before the end and decided by another level; the second time by a leader, and there is no third. And the two other ends.
story: More time, and other ends
kind:  task
place: 120103
2024-03-04 09:00  supervision    set_task(talent; a night market; hold three fairs; sports_bureau; +20d 17:30)  drafted
           09:05  supervision    add_milestone(three fairs held; 100; sports_bureau; +18d 17:30)  drafted
           09:10  supervision    issue                                  signing
           09:20  sports_office  agree                                  working
           09:30  city_office    ask_extension(+60d 17:30; rain)        REFUSED who
           09:31  sports_office  ask_extension(+10d 17:30; rain)        REFUSED when
           09:32  sports_office  ask_extension(+60d 17:30; rain)        working  decide by +2d 17:30
           09:33  sports_office  ask_extension(+90d 17:30; more rain)   REFUSED when
           09:40  sports_chief   rule_extension(approved; rain)         REFUSED who
           09:41  leader         rule_second_extension(approved; rain)  REFUSED when
           09:50  supervision    rule_extension(refused; tell us which days)  working  finish by 2024-03-24 17:30
           10:00  sports_office  ask_extension(+60d 17:30; the rain of March)  working
           10:10  supervision    rule_extension#2(approved; so be it)   working  finish by 2024-05-03 17:30
2024-03-06 09:00  sports_office  ask_extension(+90d 17:30; no room)     working
           09:10  supervision    rule_extension#3(approved; so be it)   REFUSED when
           09:20  leader         rule_second_extension(approved; the last one)  working  finish by 2024-06-04 17:30
           09:30  sports_office  ask_extension(+120d 17:30; once more)  REFUSED when
2024-03-07 09:00  supervision    late: set_task(talent; a fair; hold it; sports_bureau; +5d 17:30)  drafted
           09:05  supervision    late: add_milestone(held; 100; sports_bureau; +4d 17:30)  drafted
           09:10  supervision    late: issue                            signing
           09:20  sports_office  late: agree                            working
2024-03-13 09:00  sports_office  late: ask_extension(+30d 17:30; it is over already)  REFUSED when
           09:10  clock          late: -                                late: working  overdue finish
2024-03-14 09:00  supervision    none: set_task(space; a square; plan it; city_management; +50d 17:30)  drafted
           09:10  supervision    none: drop(the city does it)           dropped
           09:20  supervision    none: issue                            REFUSED step
