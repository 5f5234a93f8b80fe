# The district's own measure of it (强化急难救助制度): money at hour five, the papers complete on the fourth working day. Three people
# stand behind the payment, and one receipt does not pay twice; nobody has to wait for a paper, and nothing is checked without the household's authorisation.
story: Money at hour five, papers on the fourth working day
kind:  urgent_aid
rows:  77
place: 120103004010001
2024-03-04 09:00  aid_worker    open(need: the kitchen burned out and the savings with it; category: hardship; cause: fire; how_known: found; applicant: Wang; phone: 13800000003; paper.kind: identity, proof_of_cause, authorisation)  reported  owner street  confirm by 11:00
           09:05  grid_worker   declare_interest(my cousin)                 REFUSED id
           09:10  aid_eager     confirm_urgent(it is)                       REFUSED id
           09:30  aid_clerk     propose(cash; a first week; 1500)           REFUSED step
           10:00  aid_clerk     confirm_urgent(no kitchen, two children)    helping  help by +1d 10:00
           10:05  aid_alone     note_check(income; none)                    REFUSED when
           10:10  aid_clerk     propose(form: cash; what: nothing; amount: 0)  REFUSED when
           10:15  aid_clerk     propose(form: cash; what: food and clothes for a week; amount: 1500; payee: Wang)  helping
           10:16  aid_clerk     propose(form: service; what: beds at the relief station; amount: 0)  helping
           10:30  aid_clerk     approve#1                                   REFUSED may
           10:31  aid_approver  approve#1                                   helping
           10:32  aid_approver  approve#2                                   helping
           10:40  aid_cashier   pay#1(101; what Wang signed)                     papers  papers by 2024-03-11 17:30
           13:50  aid_cashier   pay#2(101; what Wang signed)                REFUSED when
           14:00  aid_cashier   pay#2(102; the station's slip)                   papers
2024-03-05 09:00  aid_worker    hand_in#1(a scan)                           papers
           09:30  aid_clerk     ask_for_papers(kind: account, identity)     REFUSED law
           09:31  aid_clerk     ask_for_papers(kind: account)               papers
           10:00  aid_clerk     check_paper#1(missing; cannot be read)      papers
           10:30  aid_worker    hand_in#1(a better scan)                    papers
           10:40  aid_clerk     check_paper#1(accepted; good)               papers
           11:00  aid_worker    record_consent(check; signed; the signed sheet)  papers
           11:30  aid_clerk     note_check(property; one flat, burned)      papers
           14:00  aid_worker    take_back_consent(he wants no more of it)   papers
           14:30  aid_clerk     note_check(income; none)                    REFUSED when
2024-03-06 09:00  aid_clerk     complete                                    REFUSED when
           09:30  aid_approver  waive_paper#3(the authorisation was taken back, and is not needed)  papers
           10:00  aid_worker    hand_in#2(the fire brigade's report)        papers
           10:30  aid_clerk     check_paper#2(accepted; good)               papers
2024-03-08 09:00  aid_clerk     hand_in#4(the account number)               papers
           09:10  aid_clerk     check_paper#4(accepted; mine)               REFUSED who
           09:20  aid_alone     check_paper#4(accepted; good)               papers
           10:00  aid_clerk     complete                                    completed
           11:00  aid_worker    withdraw(too late)                          REFUSED step
