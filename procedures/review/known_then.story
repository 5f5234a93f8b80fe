# The district's own measure of it (建立容错纠错机制): an asset that is found later does not alter the snapshot. The approver asks for a
# review of money given at hour five; the aid goes on and ends as "was not due"; the review rests on what stood there when it was asked for.
story: The savings book that nobody knew of
kind:  review
rows:  78
place: 120103004010001
2024-03-04 09:00  aid_clerk     urgent_aid: open(need: the kitchen burned out; category: hardship; cause: fire; how_known: found; applicant: Wang)  reported
           09:10  aid_clerk     urgent_aid: confirm_urgent(no kitchen, two children)  helping
           09:20  aid_clerk     urgent_aid: propose(form: cash; what: food and clothes; amount: 1500)  helping
           09:30  aid_approver  urgent_aid: approve                         helping
           14:00  aid_cashier   urgent_aid: pay(101; what Wang signed)           papers
2024-03-18 09:00  review_lead   review: apply(urgent_aid; somebody says it was too quick; p-aid_approver)  REFUSED field.reviewed
           09:10  aid_approver  review: apply(urgent_aid; I approved within the hour and am asked why; p-aid_approver)  applied  owner district  accept by 2024-03-21 17:30
           09:20  aid_deputy    review: state(I know nothing of it)         REFUSED id
           10:00  aid_deputy    urgent_aid: find_not_due(a savings book of forty thousand turned up; he says it is his mother's; a letter of the bank)  to_recover
           10:30  review_lead   review: take_on(p-investigator)             investigating  inquire by 2024-04-16 17:30
           10:40  aid_deputy    urgent_aid: let_in(p-investigator; the review of the approval)  to_recover
           11:00  investigator  review: note_found(speaks_for; the clerk saw a burned kitchen, the limit was kept, three people stood behind the payment)  investigating
           11:10  investigator  note_found(speaks_against; nobody asked about savings)  investigating
           11:20  aid_approver  state(nobody could have known; help comes first)  investigating
           14:00  investigator  consult(unit: discipline, organisation; person: p-discipline, p-organisation; asked: was it done in good faith)  consulting  opinion by 2024-03-25 17:30
2024-03-20 09:00  discipline    give_opinion(exempt; nothing was gained by anybody)  consulting
           10:00  organisation  give_opinion(exempt; the rule says help first)  consulting
2024-03-21 09:00  investigator  draft(exempt; urgent_need; when it was decided no savings were known, and the rule is help first)  deciding  hear by 2024-03-28 17:30
           15:00  investigator  hear(heard; agrees; the signed minutes)     deciding
           16:00  discipline    sign(signed; agreed)                        deciding
           16:10  organisation  sign(signed; agreed)                        deciding
           16:20  review_lead   order_correction(p-aid_clerk; the form asks for savings from now on; +14d 18:00)  deciding
           16:30  review_lead   adopt                                       telling  tell by 2024-03-26 17:30
2024-03-22 09:00  investigator  tell(what the approver signed)              closed
2024-03-25 09:00  aid_clerk     correct(the new form; the form)             closed
           10:00  review_lead   verify_correction(ordered; the old form still lies about)  closed
           11:00  aid_clerk     correct(the old ones are gone; the empty shelf)  closed
           12:00  review_lead   verify_correction(verified; seen)           closed
2024-04-20 09:00  clock         -                                           closed
           09:10  aid_approver  object(I want it louder)                    REFUSED when
