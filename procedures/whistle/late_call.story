# A unit that was called late and never came must not keep a whistle open for ever: it is released or comes, and only
# then is the resident asked.
story: Called late, released
kind:  whistle
place: 120103004010001
2023-05-15 09:00  community         blow(question: the shed leans; grade: hard; object: park; unit: property_company)  called
           09:10  property_company  report_in                             convened
           09:20  community         propose_item(unit: property_company; gives: labour; what: prop it; by: 15:00)  convened
           09:21  property_company  agree_item                            convened
           09:22  community         start_work(property_company)          working
           09:30  property_company  call_more(unit: gas_company)          REFUSED may
           09:31  community         call_more(unit: gas_company)          working
           11:00  property_company  finish_item(evidence: photo)          working
           11:10  community         verify_item(verified)                 working
           11:20  gas_company       release(no need of us)                REFUSED may
           11:25  street            release#2(no)                         REFUSED who
           11:30  community         release#2(no pipe there)              awaiting_call_back
           11:40  community         call_back                             awaiting_call_back
           11:50  community         record_answer(not_solved; it leans again)  awaiting_call_back
           11:55  community         reopen                                convened
           12:00  community         propose_item(unit: property_company; gives: labour; what: prop it again; by: 17:00)  convened
           12:01  property_company  agree_item                            convened
           12:02  community         start_work(property_company)          working
           12:03  community         call_more(unit: water_company)        working
           12:04  water_company     refuse(not ours; none)                working
           12:05  community         release#3(never mind)                 REFUSED step
           12:10  district          rule(designated; the drain is theirs)  working
           12:20  district          lift_ruling(it is not, after all)     working
           13:50  property_company  finish_item(evidence: photo)          REFUSED proof
           14:00  property_company  finish_item(evidence: props)          working
           14:10  community         verify_item(verified)                 awaiting_call_back
           14:20  community         call_back                             awaiting_call_back
           14:30  community         record_answer(solved; firm)           awaiting_call_back
           14:31  community         close                                 closed
