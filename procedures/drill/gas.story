# A drill is put off before its day, not after it; what it showed is carried out by one unit and checked by another person.
story: A gas drill and its lesson
kind:  drill
rows: 20
place: 120103004010
2024-06-03 09:00  drill_office     plan_drill(name: Gas drill; scenario: gas_leak; plan: gas plan 2; lead: telecom_company; at: +10d 15:00)  REFUSED when
2024-06-03 09:00  drill_office     plan_drill(name: Gas drill; scenario: gas_leak; plan: gas plan 2; lead: emergency_bureau; at: +10d 15:00)  planned  hold by +10d 15:00
           09:05  drill_street     put_off(+12d 15:00; rain)          REFUSED who
           09:06  drill_office     put_off(+8d 15:00; rain)           REFUSED when
           09:07  drill_office     put_off(+11d 15:00; exams in the school)  planned  hold by +11d 15:00
           09:08  drill_street     hold(took_part: 3; proof: p; words: w)  REFUSED who
           09:09  drill_street     cancel_drill(rain)                 REFUSED who
2024-06-14 16:00  drill_office     put_off(+30d 15:00; too late)      REFUSED when
           16:01  drill_office     hold(took_part: 0; proof: sheet; words: held)  REFUSED field.took_part
           16:02  drill_office     hold(took_part: 60; proof: a sheet; words: everybody was out in seven minutes)  held  review by 2024-06-28 17:30
           16:10  drill_street     note_lesson(signs; street; +20d 17:30)  REFUSED who
           16:11  drill_office     note_lesson(what: the way out is not signed; unit: telecom_company; by: +20d 17:30)  REFUSED when
           16:11  drill_office     note_lesson(what: the way out is not signed; unit: street; by: +20d 17:30)  held
           16:20  drill_street     review(revised; no)                REFUSED who
           16:21  drill_office     review(revised; edition 3 names the second way out)  mending
2024-06-20 09:00  drill_office     do_lesson#1(proof: p; words: w)    REFUSED who
           09:01  drill_street     do_lesson#1(proof: three signs; words: put up)  mending
           09:05  drill_street     check_lesson#1(checked; fine)      REFUSED who
           09:10  drill_colleague  check_lesson#1(to_do; one hangs too low)  mending
2024-06-21 09:00  drill_street     do_lesson#1(proof: the third sign; words: higher)  mending
           10:00  drill_colleague  check_lesson#1(checked; seen)      closed
2024-07-01 09:00  drill_office     second: plan_drill(name: Flood drill; scenario: flood; plan: flood plan 1; lead: emergency_bureau; at: +10d 15:00)  planned
           10:00  drill_office     second: cancel_drill(a real one came)  cancelled
