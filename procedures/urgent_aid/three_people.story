# Each guard from its other side: a community worker with every verb is still not the subdistrict; one person is not three; a relative
# stands aside; what was found later to have been not due is found by somebody else, after the household was heard.
story: One person is not three
kind:  urgent_aid
place: 120103004010001
2024-04-08 09:00  aid_eager     open(need: no heat and a newborn; category: hardship; cause: breadwinner_lost; how_known: asked; applicant: Liu; paper.kind: application)  reported
           09:05  aid_eager     confirm_urgent(clearly)                     REFUSED who
           09:06  aid_eager     hand_on(district; elsewhere)                REFUSED who
           09:07  aid_eager     refuse(no; none)                            REFUSED who
           09:10  aid_alone     confirm_urgent(clearly)                     helping
           09:15  aid_eager     propose(cash; coal; 500)                    REFUSED who
           09:20  aid_alone     propose(form: cash; what: coal and milk; amount: 800)  helping
           09:21  aid_alone     approve                                     REFUSED who
           09:22  aid_alone     reject(no)                                  REFUSED who
           09:23  aid_eager     strike(no)                                  REFUSED who
           09:24  aid_eager     pass_up                                     REFUSED who
           09:25  aid_approver  refuse(not needed; none)                    REFUSED when
           09:30  aid_approver  approve                                     helping
           09:31  aid_alone     pay(101; a receipt)                              REFUSED who
           09:40  aid_cashier   pay(102; a receipt)                              papers
           09:45  aid_eager     waive_paper(no need)                        REFUSED who
           09:46  aid_eager     note_check(income; none)                    REFUSED who
           09:50  aid_alone     propose(form: cash; what: rent; amount: 700)  papers
           09:55  aid_deputy    approve#2                                   papers
           10:00  aid_clerk     propose(form: goods; what: a stove; amount: 200)  papers
           10:05  aid_alone     approve#3                                   papers
           10:10  aid_alone     pay#2(103; a receipt)                            REFUSED who
           10:15  aid_alone     pay#3(104; a receipt)                            REFUSED who
           10:20  aid_cashier   pay#2(105; another receipt)                      papers
           10:30  aid_cashier   pay#3(106; a third receipt)                      papers
           11:00  aid_clerk     declare_interest(she is my aunt)            papers
           11:05  aid_clerk     propose(cash; more; 100)                    REFUSED who
           11:10  aid_eager     let_in(p-investigator; a review asks)       REFUSED who
           11:15  investigator  declare_interest(none)                      REFUSED id
           11:20  aid_approver  let_in(p-investigator; a review asks how it was decided)  papers
           11:25  investigator  declare_interest(I know her from school)    papers
           11:30  aid_eager     end_reading                                 REFUSED who
           11:35  aid_approver  end_reading                                 papers
           11:40  investigator  declare_interest(again)                     REFUSED id
           12:00  aid_worker    hand_in(a sheet)                            REFUSED id
           12:01  aid_eager     hand_in(a sheet)                            papers
           12:10  aid_eager     check_paper(accepted; good)                 REFUSED who
           12:20  aid_clerk     check_paper(accepted; good)                 papers
           12:30  aid_eager     complete                                    REFUSED who
           12:40  aid_alone     complete                                    completed
2024-06-03 09:00  aid_approver  find_not_due(the wage came after all; she says she did not know; the wage slip)  REFUSED who
           09:10  aid_eager     find_not_due(the wage came after all; she says she did not know; the wage slip)  REFUSED who
           09:20  aid_clerk     other: open(need: the roof leaks on the beds; category: hardship; cause: other_cause; how_known: asked; applicant: He)  reported
           09:21  aid_clerk     other: confirm_urgent(it rains in)          helping
           09:22  aid_clerk     other: propose(form: cash; what: a tarpaulin; amount: 900)  helping
           09:23  aid_approver  other: approve                              helping
           09:24  aid_cashier   other: pay(107; a receipt)                       papers
2024-06-05 09:00  aid_deputy    other: find_not_due(the roof was insured and was paid for; he says the money came yesterday; the policy)  to_recover
