# The page's first story: nobody's pipe, so the community calls and two companies share the repair.
story: Burst reclaimed-water pipe
kind:  whistle
rows:  51, 53
place: 120103004010001001
2023-02-14 09:00  community         blow(question: who repairs the reclaimed-water pipe of building 13; grade: urgent; object: pipes-reclaimed; unit: property_company, water_company)  called  sign by 09:15  report by 10:00  convene by 11:00  owner community
           09:10  property_company  report_in                            called
           09:12  gas_company       report_in                            REFUSED who
           09:14  water_company     refuse(not our pipe; contract §3)    called     ruling by 11:14
           09:20  property_company  rule(designated; no)                 REFUSED may
           09:40  district          rule(designated; the pipe carries their water)  called  come_after_ruling by 10:10
           09:50  water_company     refuse(still not ours; none)         REFUSED step
           10:00  water_company     report_in                            convened   plan by 12:00
           10:10  gas_company       propose_item(unit: gas_company; gives: labour; what: dig; by: 18:00)  REFUSED who
           10:15  community         propose_item(unit: property_company; gives: materials; what: pipe and couplings; quantity: 12 m; by: 15:00)  convened
           10:16  community         propose_item(unit: water_company; gives: labour; what: replace the pipe; by: 18:00)  convened
           10:20  property_company  agree_item                           convened   finish_item by 15:00
           10:21  property_company  agree_item#2                         REFUSED who
           10:25  community         start_work(water_company)            REFUSED when
           10:30  water_company     agree_item                           convened
           10:31  community         start_work(gas_company)              REFUSED when
           10:32  community         start_work(water_company)            working    owner water_company  solve by +1d 10:32
           14:00  property_company  finish_item(evidence: photo of the pipe)   working
           14:05  property_boss     verify_item(verified)                REFUSED who
           14:10  community         verify_item(verified)                working
           17:30  water_company     finish_item(evidence: photo of the repair)  working
           17:45  community         verify_item(agreed; it still drips)  working
           18:30  water_company     finish_item(evidence: photo of the dry floor)  working
           18:40  community         verify_item(verified)                awaiting_call_back  owner community  call_back by +4d 00:00
           19:00  community         close                                REFUSED when
           19:05  community         call_back                            awaiting_call_back
           19:06  community         call_back                            REFUSED when
           19:30  community         record_answer(solved; water is back)  awaiting_call_back
           19:31  community         close                                closed
2023-02-15 09:00  community         rate(unit: water_company; speed: fast; quality: good)  closed
           09:05  gas_company       rate(unit: community; speed: fast; quality: good)  REFUSED who
           09:06  community         rate(unit: community; speed: fast; quality: good)  REFUSED when
           09:07  community         rate(unit: gas_company; speed: slow; quality: poor)  REFUSED when
           09:08  community         rate(unit: water_company; speed: slow; quality: poor)  REFUSED when
           09:10  water_company     rate(unit: community; speed: in_time; quality: good)  closed
           09:11  water_company     rate(unit: property_company; speed: slow; quality: poor)  REFUSED when
           09:12  water_company     rate(unit: community; speed: slow; quality: poor)  REFUSED when
