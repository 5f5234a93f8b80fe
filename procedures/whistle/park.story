# Story 2 of the page: a park with five faults. One whistle, five items, five owners, each closed on its own evidence.
story: A park with five faults
kind:  whistle
rows:  54
place: 120103004011
2023-05-08 09:00  other_community   blow(question: five faults in the park; grade: work; object: park; unit: city_management, sports_bureau, telecom_company, property_company, gas_company)  called  sign by 10:00
           09:20  city_management   sign                                 called
           09:21  sports_bureau     report_in                            called
           09:22  telecom_company   contact(tomorrow)                    called
           09:23  property_company  report_in                            called
           09:50  gas_company       refuse(no gas there; none)           called
           09:55  district          rule(released; called by mistake)    called
           10:30  other_community   call_more(unit: water_company)       called
           11:00  telecom_company   report_in                            called
           11:10  city_management   report_in                            called
           11:20  water_company     report_in                            convened
           11:31  other_community   propose_item(unit: city_management; gives: labour; what: reopen the toilet; by: +2d 17:30)  convened
           11:32  other_community   propose_item(unit: sports_bureau; gives: materials; what: sports equipment; by: +2d 17:30)  convened
           11:33  other_community   propose_item(unit: telecom_company; gives: labour; what: tie up the cables; by: +2d 17:30)  convened
           11:34  other_community   propose_item(unit: property_company; gives: materials; what: new bins; by: +2d 17:30)  convened
           11:35  other_community   propose_item(unit: water_company; gives: labour; what: mend the chargers box; by: +2d 17:30)  convened
           11:36  city_management   agree_item                            convened
           11:37  sports_bureau     agree_item                            convened
           11:38  telecom_company   agree_item                            convened
           11:39  property_company  agree_item                            convened
           11:40  water_company     agree_item                            convened
           11:41  other_community   start_work(city_management)           working
           11:42  city_management   finish_item(evidence: photo of reopen the toilet)  working
           11:43  other_community   verify_item(verified)                 working
           11:44  sports_bureau     finish_item(evidence: photo of sports equipment)  working
           11:45  other_community   verify_item(verified)                 working
           11:46  telecom_company   finish_item(evidence: photo of tie up the cables)  working
           11:47  other_community   verify_item(verified)                 working
           11:48  property_company  finish_item(evidence: photo of new bins)  working
           11:49  other_community   verify_item(verified)                 working
           11:50  other_community   close                                 REFUSED step
           11:51  water_company     finish_item(evidence: photo of the charger box)  working
           11:52  water_company     verify_item(verified)                 REFUSED who
           11:53  other_community   verify_item(verified)                 awaiting_call_back
           13:00  other_community   call_back                            awaiting_call_back
           13:10  other_community   record_answer(not_solved; the toilet is shut again)  awaiting_call_back
           13:20  other_community   reopen                               convened
           13:30  other_community   propose_item(unit: city_management; gives: labour; what: open the toilet for good; by: +2d 17:30)  convened
           13:31  other_community   start_work(city_management)          REFUSED when
           13:35  other_community   propose_item(unit: sports_bureau; gives: materials; what: a second bench; by: +2d 17:30)  convened
           13:36  gas_company       strike_item#7(not needed)            REFUSED who
           13:37  other_community   strike_item#7(not needed)            convened
           13:40  city_management   agree_item                           convened
           13:45  other_community   start_work(city_management)          working
           15:00  city_management   finish_item(evidence: open door)     working
           15:30  other_community   verify_item(verified)                awaiting_call_back
           16:00  other_community   close                                REFUSED when
           16:05  other_community   call_back                            awaiting_call_back
           16:10  other_community   record_answer(solved; thanks)        awaiting_call_back
           16:15  other_community   close                                closed
