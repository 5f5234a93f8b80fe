# At two in the morning: told by telephone inside thirty minutes, in writing inside the hour, signed by the leader; the first follow-up is number one.
# A department whose business it is not hands it over at once; the district rules where nobody wants it.
story: Smoke at two in the morning
kind:  incident
rows: 23
place: 120103004010
2024-02-12 02:01  gas_office        open(what: a gas smell in a stairwell; unit: gas_company; accident: none; category: Infra; status: Actual; urgency: Immediate; severity: Unknown; certainty: Likely; responsible: fire_brigade; dead: 0; injured: -1; loss: 0; known_at: 2024-02-12 01:55; caller: Li; caller_phone: 0000)  REFUSED field.injured
2024-02-12 02:01  gas_office        open(what: a gas smell in a stairwell; unit: gas_company; accident: none; category: Infra; status: Actual; urgency: Immediate; severity: Unknown; certainty: Likely; responsible: fire_brigade; dead: 0; injured: 0; loss: 0; known_at: 2024-02-12 01:55; caller: Li; caller_phone: 0000)  known  phone by 02:25  written by 02:55  owner gas_company
           02:05  fire_office       tell_by_phone(duty_office; 2024-02-12 02:05)  REFUSED who
           02:10  gas_office        tell_by_phone(duty_office; 2024-02-12 02:10; smell of gas, people are out)  known
           02:11  gas_office        tell_by_phone(street; 2024-02-12 02:11)  REFUSED when
           02:12  gas_office        note_told(street; phone; 2024-02-12 02:12)  known
           02:13  bystander_unit    note_told(street; phone; 2024-02-12 02:13)  REFUSED who
           02:15  fire_office       acknowledge#1                     REFUSED who
           02:16  duty_main         acknowledge#1                     known
           02:20  emergency_office  draft_first(gas)                  REFUSED who
           02:20  gas_head          correct_figures(0; 0; 0)          known
           02:20  fire_office       correct_figures(0; 0; 0)          REFUSED who
           02:21  gas_office        draft_first(smell of gas on two floors and the main is shut)  known
           02:22  gas_head          draft_first(again)                REFUSED when
           02:25  fire_head         sign_first(signed)                REFUSED who
           02:26  gas_head          sign_first(returned)              known
           02:27  fire_office       rewrite_first(more)               REFUSED who
           02:28  gas_office        rewrite_first(smell of gas on two floors, the main is shut at 02:15, forty people are out)  known
           02:40  gas_head          sign_first(signed)                working  owner fire_brigade  pass by 04:40  follow_up by +1d 02:40
           02:45  emergency_office  pass_up(to the district)          REFUSED who
           02:50  fire_office       hand_over(fire_brigade; ours)     REFUSED when
           02:51  gas_office        hand_over(emergency_bureau; theirs)  REFUSED who
           02:52  fire_office       hand_over(telecom_company; no fire and nobody to rescue)  REFUSED when
           02:52  fire_office       hand_over(emergency_bureau; no fire and nobody to rescue)  working  take by 03:22
           02:55  gas_office        accept_hand_over                  REFUSED who
           02:56  gas_office        refuse_hand_over(not ours)        REFUSED who
           03:00  emergency_office  refuse_hand_over(gas is for the gas company)  working  ruling by 03:30
           03:05  fire_head         rule_hand_over(designated; so)    REFUSED who
           03:10  district_duty     rule_hand_over(designated; emergencies of gas are theirs)  working  owner emergency_bureau
           03:15  fire_office       pass_up(handed on)                working  pass by 05:15
           03:20  district_duty     pass_up(to the duty office of the city)  working
           03:30  fire_office       draft_follow_up(air is clean)     REFUSED who
           03:31  gas_office        draft_follow_up(words: the leak is found in the cellar)  working
           03:32  emergency_office  draft_follow_up(words: more)      REFUSED when
           03:33  emergency_head    sign_follow_up(signed)            REFUSED who
           03:34  gas_head          sign_follow_up(returned)          working
           03:35  emergency_office  rewrite_follow_up(again)          REFUSED who
           03:36  gas_office        rewrite_follow_up(the leak is a joint in the cellar, it is closed)  working
           03:40  gas_head          sign_follow_up(signed)            working  follow_up by +1d 03:40
           05:00  emergency_office  supplement(0; 1; 0; none)         REFUSED when
           05:10  emergency_office  hand_over(fire_brigade; ventilation)  working
           05:15  fire_office       accept_hand_over                  working  owner fire_brigade
           05:20  fire_office       draft_follow_up(words: the cellar is being aired)  working
           05:30  fire_head         sign_follow_up(signed)            working
           07:00  gas_office        draft_final(all is well)          REFUSED who
           07:01  fire_office       draft_final(the joint is replaced, everybody is home)  working
           07:02  gas_head          sign_final(signed)                REFUSED who
           07:03  fire_head         sign_final(returned)              working
           07:04  gas_office        rewrite_final(more)               REFUSED who
           07:05  fire_office       rewrite_final(the joint is replaced, tested, everybody is home at 06:40)  working
           07:10  fire_head         sign_final(signed)                clearing  owner district  data by 2024-03-14 00:00
           07:20  fire_head         close(destroyed; gone)            REFUSED who
2024-02-20 09:00  district_duty     close(destroyed; the caller's phone is gone)  closed
2024-03-01 02:00  gas_office        released: open(what: a tree on a wall; unit: gas_company; accident: none; category: Safety; status: Actual; urgency: Past; severity: Minor; certainty: Observed; responsible: fire_brigade; dead: 0; injured: 0; loss: 0)  known
           02:10  gas_office        released: draft_first(a tree)     known
           02:15  gas_head          released: sign_first(signed)      working
           02:20  fire_office       released: hand_over(emergency_bureau; no fire)  working
           02:25  emergency_office  released: refuse_hand_over(no emergency)  working
           02:30  district_duty     released: rule_hand_over(released; the brigade lifts trees)  working  owner fire_brigade
           02:40  gas_office        released: cancel_report(a shadow; none_taken)  REFUSED may
           02:41  district_duty     released: cancel_report(a shadow; none_taken)  cancelled
