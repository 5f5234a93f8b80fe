# Story 1 of the page, from the resident's word to the resident's word: a compound delivered 11 years ago, building
# 13 without reclaimed water; both companies say it is the other's; the emergency fund does not cover it.
story: Burst reclaimed-water pipe, from report to confirmation
kind:  report
rows:  51, 52, 53
place: 120103004010001001
2023-02-14 08:10  resident          report(what: the reclaimed-water pipe of building 13 has burst; where: building 13; wish: reply)  reported  owner community  accept by 10:10
           08:30  other_community   accept(category: pipes-reclaimed; grade: urgent)   REFUSED may
           08:31  community         accept(category: nothing-like-it; grade: urgent)   REFUSED field.category
           08:32  community         accept(category: pipes-reclaimed; grade: terrible)  REFUSED field.grade
           08:35  community         accept(category: pipes-reclaimed; grade: urgent)   accepted  answer by +1d 08:35  dispatch by 09:35
           08:36  community         check_fund                           accepted
           08:38  community         dispatch(unit: property_company)     handling  owner property_company  contact by +1d 08:38
           08:50  property_company  return_with_reason(the pipe is the water company's; contract §2)  returned  owner district
           09:00  gas_company       blow_whistle(child.field.question: who repairs it; child.field.grade: urgent; child.call.unit: property_company)  REFUSED may
           09:00  community         blow_whistle(child.field.grade: urgent; child.call.unit: property_company, water_company)  REFUSED child.field.question
           09:00  community         blow_whistle(child.field.question: who repairs the pipe of building 13; child.field.grade: urgent; child.call.unit: property_company, water_company)  whistled  owner community  whistle: called  answer by +1d 08:35
           09:10  property_company  whistle: report_in                   called
           09:14  water_company     whistle: refuse(not our pipe; contract §3)  called
           09:40  district          whistle: rule(designated; it carries their water)  called
           10:00  water_company     whistle: report_in                   convened   report: whistled
           10:15  community         whistle: propose_item(unit: property_company; gives: materials; what: pipe; by: 15:00)  convened
           10:16  community         whistle: propose_item(unit: water_company; gives: labour; what: lay it; by: 18:00)  convened
           10:20  property_company  whistle: agree_item                  convened
           10:30  water_company     whistle: agree_item                  convened
           10:32  community         whistle: start_work(water_company)   working    owner water_company
           14:00  property_company  whistle: finish_item(evidence: pipe on site)  working
           14:10  community         whistle: verify_item(verified)       working
           17:30  water_company     whistle: finish_item(evidence: dry floor)  working   report: whistled
           18:00  community         whistle: verify_item(verified)       awaiting_call_back   report: awaiting_call_back
           18:05  community         whistle: call_back                   REFUSED when
           18:10  community         report: call_back                    awaiting_call_back
           18:20  community         report: record_answer(solved; water is back)  awaiting_call_back
           18:21  community         report: close                        closed     whistle: closed
