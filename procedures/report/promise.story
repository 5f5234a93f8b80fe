# What was promised stays promised: an extension only before it has expired, a hold does not mend what is late, and
# whoever is not helped after all is promised anew.
story: A promise is a promise
kind:  report
place: 120103004010001001
2023-03-06 09:00  resident          report(the lamp in the stairs is dark)  reported
           09:10  community         accept(category: noise; grade: general)  accepted  answer by 2023-03-14 00:00
           09:20  community         dispatch(unit: property_company)      handling   handle by 2023-03-14 00:00
2023-03-13 10:00  property_company  ask_extension(until: +20d 17:30; reason: lamps are ordered)  handling
2023-03-15 09:00  property_boss     rule_extension(approved; too late)    REFUSED when
           09:10  property_company  ask_hold(the lamps come in summer)    handling
           09:20  property_boss     rule_hold(approved; until then)       on_hold
2023-03-20 09:00  property_company  resume(the lamps are here)            handling   handle by 2023-03-14 00:00
           09:30  property_company  work(the electrician is there)        handling
           10:00  property_company  finish(the lamp is lit; after: photo)  awaiting_call_back
           10:30  community         call_back                             awaiting_call_back
           10:40  community         record_answer(solved; lit)            awaiting_call_back
           10:41  community         close                                 closed
2023-03-21 09:00  resident          say_not_solved(dark again)            handling  answer by 2023-03-29 00:00
