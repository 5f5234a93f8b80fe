# A refusal is in writing, says why and where else to go, is delivered within three working days, and somebody else looks at it again when
# the household does not accept it. What is not urgent is handed on, never turned away.
story: Refused, looked at again, and handed on
kind:  urgent_aid
place: 120103004010001
2024-05-06 09:00  aid_clerk     open(need: the pension is late; category: hardship; cause: other_cause; how_known: asked; applicant: Qian)  reported
           09:30  aid_clerk     refuse(no emergency; the pension office)    REFUSED may
           09:40  aid_alone     declare_interest(we share a wall)           reported
           09:45  aid_alone     refuse(no emergency; the pension office)    REFUSED who
           10:00  aid_approver  refuse(the money comes tomorrow, the bank says; the pension office, and temporary assistance)  refusing  deliver by 2024-05-09 17:30
           10:10  aid_bureau    declare_interest(none)                      REFUSED id
2024-05-07 09:00  aid_clerk     deliver(what he signed)                     refused
           10:00  aid_approver  reconsider(he says there is nothing to eat)  REFUSED who
           10:10  aid_deputy    reconsider(he says there is nothing to eat)  reported  confirm by 12:10
           10:20  aid_clerk     confirm_urgent(an empty kitchen)            helping
           10:30  aid_clerk     propose(form: goods; what: food for three days; amount: 150)  helping
           10:40  aid_deputy    approve                                     helping
           10:50  aid_cashier   pay(101; his signature)                          papers
           11:00  aid_clerk     complete                                    completed
           11:30  aid_worker    later: open(need: school fees in autumn; category: hardship; cause: other_cause; how_known: asked; applicant: Fang)  reported
           11:40  aid_clerk     later: hand_on(district; not urgent)        REFUSED when
           11:50  aid_worker    later: record_consent(referral; recording; the recording)  reported
           12:00  aid_clerk     later: hand_on(district; ordinary assistance for school fees)  handed_on
           13:00  aid_eager     mine: open(need: a broken arm; category: hardship; cause: illness; how_known: asked; applicant: Jin)  reported
           13:05  aid_approver  mine: refuse(the insurance pays; the medical insurance office)  refusing
           13:10  aid_eager     mine: deliver(what she signed)              REFUSED who
           13:20  aid_clerk     mine: deliver(what she signed)              refused
           14:00  aid_clerk     gone: open(need: lost the purse; category: hardship; cause: accident; how_known: asked; applicant: Tao)  reported
           14:10  aid_clerk     gone: confirm_urgent(no money to go home)   helping
           14:20  aid_clerk     gone: propose(form: cash; what: a ticket; amount: 300)  helping
           14:30  aid_clerk     gone: withdraw(the purse was found)         withdrawn
           15:00  aid_clerk     paid: open(need: a flooded cellar flat; category: hardship; cause: accident; how_known: asked; applicant: Wei)  reported
           15:10  aid_clerk     paid: confirm_urgent(water to the knees)    helping
           15:20  aid_clerk     paid: propose(form: cash; what: two nights; amount: 400)  helping
           15:30  aid_approver  paid: approve                               helping
           15:40  aid_cashier   paid: pay(102; a receipt)                        papers
           15:50  aid_clerk     paid: propose(form: cash; what: a month; amount: 3000)  papers
           16:00  aid_clerk     paid: pass_up                               with_bureau
           16:10  aid_clerk     paid: withdraw(no more)                     REFUSED when
           16:20  aid_bureau    paid: decide_above(rejected; the insurance pays)  papers
