# What somebody did in the whistle counts on the report too.
story: Whoever did the work in the whistle does not ask the resident
kind:  report
place: 120103004010001001
2023-03-06 09:00  resident          report(leaves block the drain)        reported
           09:05  community         accept(category: noise; grade: urgent)  accepted
           09:10  community         blow_whistle(child.field.question: who clears it; child.field.grade: urgent; child.call.unit: property_company)  whistled
           09:20  property_company  whistle: report_in                    convened
           09:30  community         whistle: propose_item(unit: community; gives: labour; what: rake the leaves; by: 15:00)  convened
           09:31  community_foreman  whistle: agree_item                  convened
           09:32  community         whistle: start_work(community)        working
           11:00  community_foreman  whistle: finish_item(evidence: photo)  working
           11:10  property_company  whistle: verify_item(verified)        awaiting_call_back  report: awaiting_call_back
           11:20  community         report: call_back                     awaiting_call_back
           11:30  community_foreman  report: record_answer(solved; clean)  REFUSED who
           11:31  community         report: record_answer(solved; clean)  awaiting_call_back
