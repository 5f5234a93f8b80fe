# What each may not do with a report: speak for another unit, rule on one's own request, answer in the resident's name,
# ask the resident about one's own work. And a request may be refused.
story: Nobody speaks for another
kind:  report
place: 120103004010001001
2023-05-15 09:00  resident          report(the bicycle shed leans)       reported
           09:05  community         accept(category: park; grade: general)  accepted
           09:06  community         withdraw(they changed their mind)    REFUSED who
           09:07  district          blow_whistle(child.field.question: who; child.field.grade: work; child.call.unit: property_company)  REFUSED who
           09:10  community         dispatch(unit: gas_company)          handling  owner gas_company
           09:20  community         reassign(unit: water_company; reason: chosen by mistake)  handling  owner water_company
           09:25  property_company  contact#2(we called them)            REFUSED who
           09:26  property_company  work(looked at it)                   REFUSED who
           09:27  property_company  return_with_reason(not theirs; none)  REFUSED who
           09:28  property_company  ask_extension(until: +9d 17:30; reason: they need it)  REFUSED who
           09:29  property_company  ask_hold(they need it)               REFUSED who
           09:40  water_company     return_with_reason(it is no pipe; rules §1)  returned  owner district
           10:00  community         reassign(unit: property_company; reason: it is their shed)  handling  owner property_company
           10:10  property_company  contact#3(tomorrow at nine)          handling
           10:20  property_company  ask_hold(posts come in June)         handling
           10:21  property_company  ask_hold(please)                     REFUSED when
           10:25  property_company  rule_hold(approved; fine)            REFUSED who
           10:30  property_boss     rule_hold(refused; the season is dry)  handling
           10:38  property_company  ask_extension(until: 10:00; reason: yesterday)  REFUSED extension.until
           10:39  property_company  ask_extension(until: +900d 17:30; reason: some day)  REFUSED extension.until
           10:40  property_company  ask_extension(until: +20d 17:30; reason: posts come in June)  handling
           10:45  property_boss     rule_extension(refused; two days are enough)  handling
           10:50  property_company  ask_hold(the street is dug up)       handling
           10:55  property_boss     rule_hold(approved; until it is filled)  on_hold
           11:00  water_company     resume(it is filled)                 REFUSED who
2023-05-17 09:00  property_company  resume(it is filled)                 handling
           10:00  property_company  finish(the shed stands; after: photo)  awaiting_call_back
           10:10  community         reopen(it leans again)               REFUSED when
           10:20  community         call_back                            awaiting_call_back
           10:21  community         call_back                            REFUSED when
           10:30  community         record_answer(solved; straight)      awaiting_call_back
           10:31  community         close                                closed
2023-05-18 09:00  grid_worker       second: report(a branch hangs low)   reported
           09:10  community         second: settle(sawn off; after: photo)  awaiting_call_back
           09:20  resident          second: say_solved                   REFUSED who
           09:21  resident          second: say_not_solved(another one)  REFUSED who
           09:22  resident          second: add_photos(before: photo; remark: another tree)  REFUSED who
           09:30  community         second: call_back                    awaiting_call_back
           09:31  community         second: record_answer(solved; fine)  REFUSED who
           09:35  street            second: record_answer(solved; fine)  awaiting_call_back
           09:36  street            second: close                        closed
2023-05-19 09:00  resident          third: report(the bell rings at night)  reported
           09:10  community         third: accept(category: noise; grade: simple)  accepted
           09:20  community         third: settle(spoke with the school; after: a note)  awaiting_call_back
           20:00  resident          third: say_not_solved(it rang again)  accepted
