# A voucher pays once in a subdistrict: not twice in one matter, not in another emergency, not in an ordinary application; and its number is more than
# nothing. A household's no ends its earlier yes, and help goes on without.
story: One voucher, one payment, also across matters
kind:  urgent_aid
rows:  77
place: 120103004010001
2024-03-04 09:00  aid_clerk     open(need: the kitchen burned out; category: hardship; cause: fire; how_known: asked; applicant: Wang)  reported
           09:10  aid_clerk     confirm_urgent(no kitchen)               helping
           09:20  aid_clerk     propose(form: cash; what: a week; amount: -7)  REFUSED when
           09:21  aid_clerk     propose(form: goods; what: a stove; amount: -7)  REFUSED when
           09:22  aid_clerk     propose(form: cash; what: a house; amount: 100001)  REFUSED when
           09:23  aid_clerk     propose(form: cash; what: a week; amount: 700)  helping
           09:30  aid_cashier   pay#1(501; his signature)                REFUSED step
           09:40  aid_approver  approve#1                                helping
           09:50  aid_cashier   pay#1(-7; his signature)                 REFUSED when
           09:51  aid_cashier   pay#1(0; his signature)                  REFUSED when
           09:52  aid_cashier   pay#1(501; his signature)                papers
           09:55  aid_cashier   pay#1(502; his signature again)          REFUSED step
           10:00  aid_clerk     two: open(need: a flooded cellar; category: hardship; cause: accident; how_known: asked; applicant: Sun)  reported
           10:10  aid_clerk     two: confirm_urgent(water to the knees)  helping
           10:20  aid_clerk     two: propose(form: cash; what: two nights; amount: 400)  helping
           10:30  aid_approver  two: approve#1                           helping
           10:40  aid_cashier   two: pay#1(501; the same slip)           REFUSED when
           10:41  aid_cashier   two: pay#1(502; her signature)           papers
           11:00  aid_clerk     two: record_consent(check; refused; the sheet)  REFUSED consent.how
           11:10  aid_clerk     two: record_consent(check; signed; the sheet)  papers
           11:20  aid_clerk     two: note_no(check; she would rather not)  papers
           11:30  aid_clerk     two: note_check(income; none)            REFUSED when
           11:40  aid_clerk     two: complete                            completed
