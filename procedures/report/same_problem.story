# The same problem reported twice: its reporter follows the other, and the earlier promise is kept.
story: Reported twice
kind:  report
rows:  41
place: 120103004010001001
2023-03-06 09:00  resident          first: report(no heating in building 13)  reported
           09:10  community         first: accept(category: heating; grade: emergency)  accepted  answer by 11:10
           09:20  resident          second: report(it is cold in building 13)  reported
           09:21  resident          second: add_photos(before: photo)    reported
           09:22  community         second: add_photos(before: photo)    REFUSED may
           09:25  resident          third: report(forget it)             reported
           09:30  community         first: absorb(same_as: first)        REFUSED when
           09:31  community         second: accept(category: heating; grade: general)  accepted  answer by 2023-03-14 00:00
           09:32  community         first: absorb(same_as: second)       absorbed  second: answer by 11:10
           09:40  community         third: absorb(same_as: first)        REFUSED when
           09:41  resident          third: withdraw(sorry)               withdrawn
           09:45  community         second: dispatch(unit: heat_company)  handling
           09:50  heat_company      second: return_with_reason(the building's own pipe; rules §3)  returned
           10:00  community         second: reassign(unit: property_company; reason: their pipe)  handling
           10:05  property_company  second: return_with_reason(not ours; contract)  returned
           10:20  district          second: designate(it is yours)       handling  owner property_company
           10:25  property_company  second: return_with_reason(still not; contract)  REFUSED when
           10:28  property_company  second: finish(pump is on; before: the pump; after: the pump)  REFUSED proof
           10:29  property_company  second: finish(pump is on; after: photo)  REFUSED proof
           10:30  property_company  second: finish(pump is on; before: photo; after: the pump)  awaiting_call_back
           10:40  resident          second: say_solved                   closed
           11:00  resident          fourth: report(cold again)           reported
           11:05  community         whistle: blow(question: who heats; grade: urgent; object: heating; unit: heat_company)  called
           11:06  community         fourth: accept(category: heating; grade: general)  accepted  answer by 2023-03-14 00:00
           11:07  resident          fifth: report(cold here too)         reported  accept by 13:07
           11:08  community         fifth: absorb(same_as: fourth)       absorbed  fourth: answer by 2023-03-14 00:00
           11:10  community         fourth: absorb(same_as: whistle)     REFUSED field.same_as
