# An event of the culture centre stands at its place, so that it is on the map; its notice goes when it is over, even if nobody says that it was held.
story: The notice goes when it is over
kind:  event
rows: 8
place: 120103004010001001
2024-06-03 09:00  organiser    plan_event(name: Music on the square; type: culture; series: culture_centre; audience: visitors; at: +5d 19:00; ends: +5d 21:00)  drafted
           09:10  secretary    announce                               announced  over by +5d 21:00
2024-06-08 21:01  clock        -                                      announced
           21:05  organiser    change_plan(+9d 14:00; +9d 16:00; it rains)  REFUSED when
           21:10  organiser    hold_event(300)                        held
2024-06-12 09:00  secretary    close                                  closed
2024-06-13 09:00  organiser    film: plan_event(name: A film; type: culture; series: single; audience: young; at: +5d 19:00; ends: +5d 21:00)  drafted
           09:10  secretary    film: announce                         announced
           09:20  job_office   film: cancel_event(storm)              REFUSED who
           09:21  organiser    film: cancel_event(storm)              cancelled
