# What each may not do: answer for another unit, lead another's plan, ask the resident about one's own work.
story: Each answers for one's own part
kind:  whistle
place: 120103004010001
2023-05-15 08:50  community          blow(question: the bicycle shed leans; grade: hard; object: park; unit: property_company, property_company)  REFUSED law
           08:51  community          blow(question: the bicycle shed leans; grade: hard; object: park; unit: property_company, community)  REFUSED law
           09:00  community          blow(question: the bicycle shed leans; grade: hard; object: park; unit: property_company, city_management)  called
           09:05  gas_company        sign                                 REFUSED who
           09:06  gas_company        contact(we heard of it)              REFUSED who
           09:07  gas_company        refuse(not our shed; none)           REFUSED who
           09:08  gas_company        report_in                            REFUSED who
           09:10  street             call_more(unit: gas_company)         REFUSED who
           09:11  street             withdraw(no need)                    REFUSED who
           09:12  community          call_more(unit: property_company)    REFUSED law
           09:13  community          call_more(unit: community)           REFUSED law
           09:20  property_company   sign                                 called
           09:25  property_company   report_in                            called
           09:30  city_management    report_in                            convened
           09:38  community          propose_item(unit: property_company; gives: materials; what: posts; by: 09:00)  REFUSED item.by
           09:39  community          propose_item(unit: property_company; gives: materials; what: posts; by: +400d 09:00)  REFUSED item.by
           09:39  community          propose_item(unit: gas_company; gives: labour; what: dig; by: 15:00)  REFUSED when
           09:40  community          propose_item(unit: property_company; gives: materials; what: posts; by: 15:00)  convened
           09:41  community          propose_item(unit: community; gives: labour; what: clear the bicycles; by: 15:00)  convened
           09:45  property_company   agree_item                           convened
           09:46  community_foreman  agree_item                           convened
           09:50  property_company   start_work(property_company)         REFUSED who
           09:55  community          start_work(property_company)         working
           10:30  gas_company        finish_item(evidence: a photo)       REFUSED who
           11:00  community_foreman  finish_item#2(evidence: the cleared shed)  working
           11:30  property_company   finish_item#1(evidence: new posts)   working
           11:40  community          verify_item#2(verified)              REFUSED who
           11:41  property_boss      verify_item#2(verified)              working
           11:45  community          verify_item#1(verified)              awaiting_call_back
           13:00  community          reopen                               REFUSED when
           13:05  community          call_back                            awaiting_call_back
           13:10  community_foreman  record_answer(solved; all fine)      REFUSED who
           13:15  community          record_answer(not_reached; nobody opens)  awaiting_call_back
           14:00  community          call_back                            awaiting_call_back
           14:10  community          record_answer(solved; the shed stands)  awaiting_call_back
           14:11  community          close                                closed
