# Above two thousand yuan the bureau decides; the twenty-four hours go on all the while, and what the subdistrict may give is given first.
story: More than the subdistrict may decide
kind:  urgent_aid
place: 120103004010001
2024-03-04 09:00  aid_clerk     open(need: run over on the way to work, nobody else earns; category: hardship; cause: accident; how_known: asked; applicant: Zhao)  reported
           09:10  aid_clerk     confirm_urgent(the hospital wants a deposit)  helping  help by +1d 09:10
           09:20  aid_clerk     propose(form: cash; what: deposit; amount: 1800)  helping
           09:21  aid_clerk     pass_up                                     REFUSED when
           09:25  aid_clerk     propose(form: cash; what: the operation; amount: 6000)  helping
           09:30  aid_approver  approve#1                                   helping
           09:31  aid_approver  approve#2                                   REFUSED when
           09:35  aid_clerk     pass_up                                     REFUSED when
           10:00  aid_cashier   pay#1(101; the hospital's receipt)               papers  papers by 2024-03-11 17:30
           10:05  aid_approver  approve#2                                   REFUSED when
           10:10  aid_clerk     pass_up                                     with_bureau  owner civil_affairs  above by 14:10
           10:20  aid_approver  approve#2                                   REFUSED who
           10:30  aid_bureau    decide_above#2(approved; the hospital's estimate is plain)  papers  owner street
           10:40  aid_bureau_head  decide_above#2(rejected; no)             REFUSED id
           11:00  aid_cashier   pay#2(102; the hospital's receipt)               papers
           11:10  aid_clerk     complete                                    completed
2024-03-05 09:00  aid_clerk     big: open(need: the house fell in; category: hardship; cause: other_cause; how_known: found; applicant: Sun)  reported
           09:10  aid_clerk     big: confirm_urgent(three without a roof)   helping
           09:20  aid_clerk     big: propose(form: cash; what: rent for two months; amount: 5000)  helping
           09:30  aid_clerk     big: pass_up                                with_bureau
           09:40  aid_bureau    big: declare_interest(my brother's house)   with_bureau
           09:45  aid_bureau    big: decide_above(approved; clear)          REFUSED who
           09:50  aid_bureau_head  big: decide_above(rejected; the flat next door is free, see the office of housing)  helping  owner street  help by +1d 09:10
2024-03-06 03:10  clock         big:                                        helping
           09:20  clock         big:                                        helping  overdue help
           10:00  aid_clerk     big: propose(form: goods; what: blankets and a stove; amount: 400)  helping
           10:05  aid_approver  big: reject#2(the neighbours brought two stoves)  helping
           10:10  aid_clerk     big: propose(form: goods; what: blankets; amount: 200)  helping
           10:15  aid_approver  big: approve#3                              helping
           10:20  aid_clerk     big: strike#3(they have them)               helping
           10:30  aid_worker    big: withdraw(they moved in with a daughter)  REFUSED id
           10:31  aid_clerk     big: withdraw(they moved in with a daughter)  withdrawn
