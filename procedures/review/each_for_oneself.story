# Nobody reviews their own decision, no unit speaks for another, and each guard is seen from its other side.
story: Each for oneself in a review
kind:  review
place: 120103004010001
2024-05-06 09:00  aid_clerk     urgent_aid: open(need: no heat and a newborn; category: hardship; cause: illness; how_known: asked; applicant: Liu)  reported
           09:05  aid_clerk     urgent_aid: confirm_urgent(clearly)         helping
           09:30  aid_approver  review: apply(urgent_aid; I saw it as urgent; p-aid_approver)  applied
           09:40  aid_approver  take_on(p-investigator)                     REFUSED who
           09:41  aid_approver  not_take(no)                                REFUSED who
           09:45  review_lead   take_on(p-aid_approver)                     REFUSED when
           09:46  review_lead   take_on(p-aid_clerk)                        REFUSED when
           09:50  review_lead   take_on(p-investigator)                     investigating
           10:00  aid_approver  change_investigator(p-review_lead; better)  REFUSED who
           10:01  review_lead   change_investigator(p-aid_approver; better)  REFUSED when
           10:02  review_lead   change_investigator(p-review_lead; ill)     investigating
           10:03  review_lead   change_investigator(p-investigator; well again)  investigating
           10:10  review_lead   note_found(neutral; nothing)                REFUSED who
           10:11  review_lead   state(it was me)                            REFUSED who
           10:12  investigator  consult(unit: discipline, organisation; person: p-discipline, p-organisation)  REFUSED when
           10:20  investigator  note_found(speaks_for; the room had nine degrees)  investigating
           10:25  review_lead   consult(unit: discipline, organisation; person: p-discipline, p-organisation)  REFUSED who
           10:30  investigator  consult(unit: discipline, discipline; person: p-discipline, p-discipline)  REFUSED law
           10:31  investigator  consult(unit: discipline, street; person: p-discipline, p-organisation)  REFUSED law
           10:32  investigator  consult(unit: discipline, organisation; person: p-discipline, p-aid_approver)  REFUSED law
           10:32  investigator  consult(unit: discipline; person: p-personnel)  REFUSED law
           10:33  investigator  consult(unit: discipline)           consulting
           10:40  review_lead   consult_more(organisation; p-organisation)  REFUSED who
           10:41  investigator  consult_more(organisation; p-organisation)  consulting
           10:50  organisation  give_opinion#1(exempt; clear)               REFUSED who
           10:51  organisation  stand_aside#1(no)                           REFUSED who
           10:52  personnel     give_opinion#1(exempt; clear)               REFUSED id
           11:00  discipline    give_opinion#1(exempt; clear)               consulting
           11:05  investigator  draft(exempt; urgent_need; nine degrees)    REFUSED when
           11:10  organisation  give_opinion#2(lighter; slow)               consulting
           11:15  review_lead   draft(exempt; urgent_need; nine degrees)    REFUSED who
           11:20  investigator  draft(exempt; urgent_need; nine degrees)    deciding
           11:25  discipline    sign#1(signed; agreed)                      REFUSED when
           11:30  review_lead   hear(heard; nothing; minutes)               REFUSED who
           11:40  investigator  hear(declined; has said all; a note)        deciding
           11:45  organisation  sign#1(signed; agreed)                      REFUSED who
           11:50  discipline    sign#1(signed; agreed)                      deciding
           11:55  review_lead   adopt                                       REFUSED when
           12:00  review_lead   redraft(better)                             REFUSED who
           12:05  aid_approver  order_correction(p-aid_clerk; a thermometer; +7d 18:00)  REFUSED who
           12:05  review_lead   order_correction(p-personnel; a thermometer; +7d 18:00)  REFUSED law
           12:06  review_lead   order_correction(p-aid_clerk; a thermometer; +7d 18:00)  deciding
           12:10  review_lead   correct(done; a photo)                      REFUSED who
           12:11  aid_clerk     correct(done; a photo)                      deciding
           12:15  aid_approver  verify_correction(verified; seen)           REFUSED who
           12:16  review_lead   verify_correction(verified; seen)           deciding
           12:20  organisation  sign#2(signed; agreed)                      deciding
           12:25  investigator  adopt                                       REFUSED who
           12:26  aid_approver  adopt                                       REFUSED who
           12:30  review_lead   adopt                                       telling
           12:35  review_lead   tell(a signature)                           REFUSED who
           12:40  investigator  tell(a signature)                           closed
           12:45  review_lead   object(no)                                  REFUSED who
           13:00  aid_approver  other: apply(urgent_aid; the same once more; p-aid_approver)  applied
           13:10  review_lead   other: take_on(p-investigator)              investigating
           13:20  aid_approver  other: end_without_finding(enough)          REFUSED who
           13:30  review_lead   other: end_without_finding(discipline inspection has opened a case of its own)  ended
