# Three series of the talents' year: each tells how many jobs were offered and how many signed up, or is not closed.
story: Three series of talent events
kind:  event
rows: 9
place: 120103
2024-05-06 09:00  job_office   market: plan_event(name: Night market by the river; type: night_market; series: talent_nights; audience: job_seekers; at: +10d 18:00; ends: +10d 21:00)  drafted
           09:10  job_chief    market: announce                       announced
           09:20  job_office   campus: plan_event(name: Fair at the university; type: jobs; series: campus_jobs; audience: young; at: +12d 09:00; ends: +12d 12:00)  drafted
           09:30  job_chief    campus: announce                       announced
           09:40  job_office   festival: plan_event(name: Talent festival; type: jobs; series: talent_festival; audience: job_seekers; at: +14d 09:00; ends: +14d 17:00)  drafted
           09:50  job_chief    festival: announce                     announced
2024-05-16 21:30  job_office   market: hold_event(480)                held
           21:40  job_chief    market: close                          REFUSED when
           21:45  job_office   market: note_results(offered: 320; signed_up: 96)  held
           21:50  job_chief    market: close                          closed
2024-05-18 12:30  job_office   campus: hold_event(700)                held
           12:40  job_office   campus: note_results(offered: 540; signed_up: 161)  held
           12:50  job_chief    campus: close                          closed
2024-05-20 17:30  job_office   festival: hold_event(1200)             held
           17:40  job_office   festival: note_results(offered: 860; signed_up: 240)  held
           17:50  job_chief    festival: close                        closed
