# Other ways through a review: not taken on, taken back, an organ that stands aside, an objection that leads to a new draft, a hearing that
# nobody came to, and the second look for which the person concerned may ask once.
story: Ways through a review
kind:  review
place: 120103004010001
2024-09-02 09:00  aid_clerk     urgent_aid: open(need: the pension is late; category: hardship; cause: other_cause; how_known: asked; applicant: Qian)  reported
           09:10  aid_approver  urgent_aid: refuse(the money comes tomorrow; the pension office)  refusing
           09:30  aid_approver  review: apply(urgent_aid; I refused and he went hungry; p-aid_approver)  applied
           09:40  review_lead   review: not_take(nobody holds it against you, ask again if somebody does)  not_taken
           10:00  aid_deputy    back: apply(urgent_aid; the refusal; p-aid_approver)  applied
           10:05  review_lead   back: withdraw(no need)                     REFUSED who
           10:10  aid_deputy    back: withdraw(we spoke)                    withdrawn
           10:30  aid_deputy    long: apply(urgent_aid; the refusal; p-aid_approver)  applied
           10:40  review_lead   long: take_on(p-investigator)               investigating
           10:50  investigator  long: note_found(speaks_against; nobody rang the pension office)  investigating
           11:00  investigator  long: consult(unit: discipline, organisation, personnel; person: p-discipline, p-organisation, p-personnel)  consulting
           11:10  personnel     long: stand_aside(we employ his wife)       consulting
           11:20  discipline    long: give_opinion(lighter; careless)       consulting
           11:30  organisation  long: give_opinion(not_exempt; a hungry man)  consulting
           11:40  investigator  long: draft(not_exempt; other_basis; nobody rang)  deciding  hear by 2024-09-09 17:30
2024-09-09 17:31  clock         long:                                       deciding
           17:40  discipline    long: sign(objected; too hard)              deciding
           17:50  investigator  long: redraft(discipline objects, rightly)  consulting
2024-09-10 09:00  investigator  long: draft(lighter; put_right_in_time; nobody rang, but food came the next day)  deciding
           09:10  investigator  long: redraft(a line was missing)           consulting
           09:20  investigator  long: draft(lighter; put_right_in_time; nobody rang, but food came within the day)  deciding
           10:00  investigator  long: hear(heard; accepts it; the minutes)  deciding
           10:10  discipline    long: sign(signed; agreed)                  deciding
           10:20  organisation  long: sign(signed; agreed)                  deciding
           10:30  review_lead   long: adopt                                 telling
           11:00  investigator  long: tell(a signature)                     closed  object by 2024-10-08 17:30
2024-09-12 09:00  aid_approver  long: object(the bank gave me a wrong date, here it is)  consulting
           09:10  aid_deputy    long: withdraw(enough)                      REFUSED when
           09:20  discipline    long: give_opinion(exempt; the bank was wrong)  consulting
           09:30  organisation  long: give_opinion(exempt; the bank was wrong)  consulting
           09:40  investigator  long: draft(exempt; good_faith; the bank gave a wrong date)  deciding
           10:00  investigator  long: hear(heard; thanks; the minutes)      deciding
           10:10  discipline    long: sign(signed; agreed)                  deciding
           10:20  organisation  long: sign(signed; agreed)                  deciding
           10:30  review_lead   long: adopt                                 telling
           11:00  investigator  long: tell(a second signature)              closed
           11:10  aid_approver  long: object(once more)                     REFUSED when
