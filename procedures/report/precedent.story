# A ruling routes the next such matter by itself, and a resident who says "not solved" reopens everything.
story: The next burst pipe needs no whistle
kind:  report
place: 120103004010001001
2023-02-14 08:10  resident          report(the reclaimed-water pipe has burst)  reported
           08:20  community         accept(category: pipes-reclaimed; grade: urgent)  accepted
           08:25  community         blow_whistle(child.field.question: who repairs it; child.field.grade: urgent; child.call.unit: water_company)  whistled
           08:30  water_company     whistle: refuse(not ours; none)      called
           08:40  district          whistle: rule(designated; theirs)    called
           09:00  water_company     whistle: report_in                   convened
           09:10  water_company     whistle: propose_item(unit: water_company; gives: labour; what: mend it; by: 15:00)  convened
           09:11  water_company     whistle: agree_item                  convened
           09:12  community         whistle: start_work(water_company)   working
           12:00  water_company     whistle: finish_item(evidence: mended)  working
           12:10  community         whistle: verify_item(verified)       awaiting_call_back
           13:00  resident          report: say_not_solved(it still leaks)  whistled   whistle: convened
           13:10  water_company     whistle: propose_item(unit: water_company; gives: labour; what: mend the joint; by: 17:00)  convened
           13:11  water_company     whistle: agree_item                  convened
           13:12  community         whistle: start_work(water_company)   working
           16:00  water_company     whistle: finish_item(evidence: mended again)  working
           16:10  community         whistle: verify_item(verified)       awaiting_call_back   report: awaiting_call_back
           17:00  other_community   report: record_answer#1(solved)      REFUSED may
           17:05  resident          report: say_solved                   closed     whistle: closed
2023-03-01 09:00  resident          second: report(another reclaimed-water pipe has burst)  reported
           09:10  community         second: accept(category: pipes-reclaimed; grade: urgent)  handling  owner water_company  handle by +1d 09:10
           09:30  water_company     second: contact(on our way)          handling
           11:00  water_company     second: work(dug up)                 handling
           15:00  property_company  second: finish(done; after: photo)   REFUSED who
           15:00  water_company     second: finish(done; after: photo)   awaiting_call_back  owner community
           16:00  community         second: call_back                    awaiting_call_back
           16:05  community         second: record_answer(not_reached)   awaiting_call_back
           16:06  community         second: close                        REFUSED when
           17:00  community         second: call_back                    awaiting_call_back
           17:05  community         second: record_answer(not_solved; floor is wet)  awaiting_call_back
           17:06  community         second: close                        REFUSED when
           17:10  community         second: reopen(resident says wet)    handling  owner water_company
           17:55  water_company     second: finish(dried; after: photo)  REFUSED proof
           18:00  water_company     second: finish(dried; after: the dry floor)  awaiting_call_back
           18:10  resident          second: say_solved                   closed
