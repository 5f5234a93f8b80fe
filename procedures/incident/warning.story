# A warning for machines (CAP 1.2) goes out with the signature and with nothing less: an Alert with the first report, an Update that names the messages before it
# with each follow-up and with the final report, a Cancel where it was not so. The caller stands in none of them.
story: Alert, update, all clear, cancel
kind:  incident
rows: 27
place: 120103004010
2024-02-12 02:00  gas_office        open(what: a gas smell in a stairwell; unit: gas_company; accident: none; category: infra; status: Actual; urgency: Immediate; severity: Moderate; certainty: Likely; responsible: fire_brigade; dead: 0; injured: 0; loss: 0)  REFUSED field.category
           02:01  gas_office        open(what: a gas smell in a stairwell; unit: gas_company; accident: none; category: Infra; status: Actual; urgency: Immediate; severity: Moderate; certainty: Likely; responsible: fire_brigade; dead: 0; injured: 0; loss: 0; caller: Li; caller_phone: 0000)  known  field.cap_number 1  field.scope Restricted
           02:10  gas_office        draft_first(smell of gas on two floors and the main is shut)  known
           02:15  gas_office        sign_first(signed)                REFUSED may
           02:16  gas_head          sign_first(signed)                working  field.cap_number 1
           02:30  fire_office       pass_up(noted)                    working
           02:35  district_duty     pass_up(noted)                    working
           04:00  fire_office       draft_follow_up(words: the leak is a joint in the cellar; measures: the cellar is aired)  working
           04:10  fire_head         sign_follow_up(signed)            working  field.cap_number 2
           07:00  fire_office       draft_final(the joint is replaced and everybody is home)  working
           07:10  fire_head         sign_final(signed)                clearing  field.cap_number 3
           09:00  gas_office        second: open(what: smoke over a roof; unit: gas_company; accident: none; category: Fire; status: Actual; urgency: Immediate; severity: Unknown; certainty: Possible; responsible: fire_brigade; dead: 0; injured: 0; loss: 0)  known
           09:05  gas_office        second: draft_first(smoke over a roof)  known
           09:10  gas_head          second: sign_first(signed)        working
           09:30  district_duty     second: cancel_report(it was steam; none_taken)  second: cancelled  field.cap_number 2
