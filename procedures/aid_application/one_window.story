# Whoever cannot tell which department it is, is taken in all the same; the window routes it, the first department says it is not theirs, the second
# takes it over and helps. The household comes once.
story: I do not know where to apply
kind:  aid_application
rows:  70
place: 120103004010001
2024-03-04 09:00  aid_worker     open(need: the boy should go to school and there is no money; category: hardship; family: not_known; people: 3; applicant: Wang; phone: 13800000003)  received  owner street  sort by 2024-03-05 17:30  total by 2024-04-16 17:30
           09:10  aid_clerk      hand_on(not_known; school_office; whoever it is)  REFUSED when
           09:11  aid_clerk      sort_out(education; ours)               REFUSED when
           09:12  aid_clerk      hand_on(education; health_office; the fees)  REFUSED when
           09:20  aid_worker     record_consent(referral; +60d 17:30; the signed letter)  received
           09:30  street_all     hand_on(subsistence; school_office; the fees)  REFUSED when
           09:31  aid_clerk      hand_on(education; health_office; the fees)  handed  take by 2024-03-11 17:30  owner street
           09:40  school_office  take_over(ours)                         REFUSED id
           09:41  street_all     take_over(ours)                         REFUSED who
           09:42  street_all     decline_handover(no)                    REFUSED who
           10:00  health_office  decline_handover(fees are the education bureau's)  received
           10:10  aid_clerk      hand_on(education; school_office; the fees)  handed
           10:20  school_office  take_over(ours)                         elsewhere  owner school_bureau
           10:30  street_all     report_help(no fees this term; the letter)  REFUSED who
           10:31  street_all     refuse_elsewhere(no; none)              REFUSED who
2024-03-06 09:00  school_office  report_help(no fees, and books; the letter of the school)  helped_elsewhere
           10:00  aid_worker     second: open(need: the rent; category: hardship; family: housing; people: 2; applicant: Sun)  received
           10:01  aid_worker     second: record_consent(referral; +60d 17:30; the signed letter)  received
           10:02  aid_clerk      second: hand_on(housing; jobs_office; the rent)  handed
           10:03  jobs_office    second: take_over(ours)                 elsewhere
           10:10  jobs_office    second: refuse_elsewhere(the flat is too large; the housing fund)  refusing  deliver by 2024-03-11 17:30
           10:20  aid_clerk      second: deliver(what she signed)        REFUSED who
           10:30  jobs_office    second: deliver(what she signed)        refused
           11:00  aid_approver   second: reconsider(she has a child now)  received
           11:05  aid_worker     second: record_consent(referral; +60d 17:30; a new letter)  received
           11:10  aid_worker     second: take_back_consent#2(she wants no more of it)  received
           11:20  aid_clerk      second: hand_on(housing; jobs_office; the rent)  REFUSED when
           11:30  aid_worker     second: withdraw(she moves to her sister)  withdrawn
