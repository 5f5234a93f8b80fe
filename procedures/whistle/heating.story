# Story 3 of the page: a heating fault in early November, an urgent utility whistle measured in hours. Nobody signs,
# so the clocks speak: the unit, the one above, the district.
story: Heating fault in early November
kind:  whistle
rows:  55
place: 120103004010001
2023-11-03 20:00  community         blow(question: no heating in the whole compound; grade: urgent; object: heating; unit: heat_company)  called  sign by 20:15  contact by 20:30  report by 21:00  convene by 22:00
           20:20  clock             -                                    called  overdue sign
           20:25  heat_company      sign                                 called
           21:05  clock             -                                    called  overdue report
           21:10  heat_company      report_in                            convened  plan by 23:10
           21:15  heat_company      propose_item(unit: heat_company; gives: labour; what: replace the pump; by: +1d 06:00)  convened
           21:16  heat_company      agree_item                           convened
           21:20  community         start_work(heat_company)             working   solve by +1d 21:20
2023-11-04 06:30  clock             -                                    working   overdue finish_item
           07:00  heat_company      finish_item(evidence: warm radiators)  working
           07:30  grid_worker       verify_item(verified)                awaiting_call_back
           08:00  community         call_back                            awaiting_call_back
           08:10  community         record_answer(solved; warm)          awaiting_call_back
           08:11  community         close                                closed
