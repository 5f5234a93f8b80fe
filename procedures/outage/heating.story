# Story of the page: no heating in a compound in early November. Registered at eight in the evening, first contact inside the hour; urgent, so it is whistled at
# once, and what the called unit does is checked by somebody else before the households are asked. Hours, not days.
story: Heating of a compound in early November
kind:  outage
rows: 24, 55
place: 120103004010001
2023-11-03 20:01  outage_community  open(what: no heating in the whole compound; utility: heat; object: heating; grade: urgent; households: 420; unit: telecom_company; reporter: a resident; reporter_phone: 0000)  REFUSED when
2023-11-03 20:01  outage_community  open(what: no heating in the whole compound; utility: heat; object: heating; grade: urgent; households: 420; unit: heat_company; reporter: a resident; reporter_phone: 0000)  received  contact by 21:01  owner heat_company
           20:05  outage_community  contact(we come)                  REFUSED who
           20:06  outage_community  announce                          received
           20:07  outage_crew       announce                          REFUSED when
           20:10  outage_crew       blow_whistle(child.field.question: who has a pump; child.field.grade: urgent; child.call.unit: water_company)  REFUSED may
           21:02  clock             -                                 received  overdue contact  field.first_contact missed
           21:05  outage_community  blow_whistle(child.field.question: no heating in 420 homes; child.field.grade: urgent; child.call.unit: heat_company)  whistled  whistle: called  owner community
           21:06  outage_community  outage: arrange_stopgap(street; warm_room)  whistled  deliver by +1d 01:06
           21:07  street            outage: deliver_stopgap(open)             REFUSED may
           21:08  property_crew     outage: arrange_stopgap(street; heaters)  REFUSED who
           21:10  outage_crew       whistle: report_in                convened
           21:15  outage_crew       whistle: propose_item(unit: heat_company; gives: labour; what: replace the pump; by: +1d 06:00)  convened
           21:16  outage_crew       whistle: agree_item               convened
           21:20  outage_community  whistle: start_work(heat_company)  working
           21:30  outage_crew       outage: update(the pump is being replaced; +1d 06:00)  whistled
           21:31  property_crew     outage: update(we wait)                   REFUSED who
           23:00  property_crew     outage: deliver_stopgap(here)             REFUSED who
           23:01  outage_community  outage: deliver_stopgap(the community room is warm)  whistled
2023-11-04 05:30  outage_crew       whistle: finish_item(evidence: warm radiators)  working
           06:00  outage_community  whistle: verify_item(verified)    awaiting_call_back  outage: restored
           06:10  outage_crew       outage: after_whistle(warm)               REFUSED who
           06:11  outage_community  outage: households_say(closed; warm)      REFUSED when
           06:12  outage_crew       outage: still_out(cold)                   REFUSED who
           06:13  outage_community  outage: still_out(two staircases are cold)  whistled  whistle: convened
           06:20  outage_crew       whistle: propose_item(unit: heat_company; gives: labour; what: vent two staircases; by: +0d 12:00)  convened
           06:21  outage_crew       whistle: agree_item               convened
           06:22  outage_community  whistle: start_work(heat_company)  working
           08:00  outage_crew       whistle: finish_item(evidence: warm on all floors)  working
           08:30  outage_community  whistle: verify_item(verified)    awaiting_call_back  outage: restored
           09:00  outage_community  outage: after_whistle(all 420 are warm)   closed  whistle: closed
