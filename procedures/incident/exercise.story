# A simulated accident at work: the unit's hour and each level's two hours start by themselves; the grade follows the figures, and figures may be
# supplemented for thirty days, after a fire for seven.
story: A simulated accident
kind:  incident
rows: 27
place: 120103004010
2024-06-13 09:00  gas_office        open(what: exercise: a scaffold falls; unit: telecom_company; accident: production; category: Rescue; status: Exercise; urgency: Immediate; severity: Severe; certainty: Observed; responsible: emergency_bureau; dead: 2; injured: 3; loss: 200)  REFUSED when
2024-06-13 09:00  gas_office        open(what: exercise: a scaffold falls; unit: gas_company; accident: production; category: Rescue; status: Exercise; urgency: Immediate; severity: Severe; certainty: Observed; responsible: emergency_bureau; dead: 2; injured: 3; loss: 200)  known  unit_hour by 10:00  written by 10:00  phone by 09:30  supplement by 2024-07-14 00:00  field.grade ordinary
           09:31  clock             -                                 known  overdue phone
           09:35  gas_office        tell_by_phone(duty_office; 2024-06-13 09:35)  known
           09:40  gas_office        draft_first(two are dead, three are hurt)  known
           10:01  clock             -                                 known  overdue unit_hour
           10:05  gas_head          sign_first(signed)                working  pass by 12:05  owner emergency_bureau
           10:10  emergency_office  draft_final(too early)            REFUSED when
           12:06  clock             -                                 working  overdue pass
           12:10  emergency_office  pass_up(to the district)          working  pass by 14:10
           13:00  district_duty     pass_up(to the city)              working
           15:00  fire_office       supplement(3; 3; 200; one more)   REFUSED who
           15:01  emergency_office  supplement(3; 3; 200; one died in hospital)  working  field.grade larger
           15:10  emergency_office  supplement(3; 50; 200; more)      working  field.grade major
           15:11  emergency_office  supplement(3; 3; 10000; worse)    working  field.grade extraordinary
           15:12  emergency_office  supplement(3; 9; 300; corrected)  working  field.grade larger
           16:00  emergency_office  draft_follow_up(words: the site is safe)  working
           16:10  emergency_head    sign_follow_up(signed)            working
           17:00  emergency_office  draft_final(the exercise is over)  working
           17:05  emergency_head    sign_final(signed)                watching
2024-07-13 09:00  emergency_office  supplement(4; 8; 300; on the thirtieth day)  watching
2024-07-14 00:01  clock             -                                 clearing
           00:02  emergency_office  supplement(4; 9; 300; too late)   REFUSED step
           09:00  district_duty     close(none_taken; an exercise)    closed
2024-08-01 09:00  gas_office        fire: open(what: a kitchen burns; unit: gas_company; accident: fire; category: Fire; status: Actual; urgency: Immediate; severity: Minor; certainty: Observed; responsible: fire_brigade; dead: 0; injured: 1; loss: 1)  known  supplement by 2024-08-09 00:00
           09:05  gas_office        fire: draft_first(a pan)          known
           09:10  gas_head          fire: sign_first(signed)          working
           09:15  fire_office       fire: pass_up(out)                working
           09:20  district_duty     fire: pass_up(noted)              working
2024-08-09 00:01  clock             -                                 fire: working
           09:00  fire_office       fire: supplement(0; 2; 1; late)   REFUSED when
           09:10  fire_office       fire: draft_final(it is out)      working
           09:20  fire_head         fire: sign_final(signed)          clearing
