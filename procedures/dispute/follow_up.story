# Looking after an agreement is due within days of the day a line falls due, not of its signature: nobody is late while there is nothing to look at.
story: Followed up when it falls due
kind:  dispute
place: 120103004010001
2024-05-06 09:00  mediator        register(a wet wall; noise; p-mediator)  asking
           09:10  mediator        name_side(applicant; Wang)              asking
           09:11  mediator        name_side(other_party; Zhao)            asking
           09:20  mediator        answer_consent#1(consented; signed; a note)  asking
           09:21  mediator        answer_consent#2(consented; signed; a note)  mediating
           09:30  mediator        plan_sitting(15:00)                     mediating
           15:00  mediator        hold_sitting(water; patience; article 296)  mediating
           15:10  mediator        agree_line(Zhao; find the leak; +14d 18:00)  mediating
           15:11  mediator        agree_line(Zhao; paint the wall; +60d 18:00)  mediating
           15:20  mediator        conclude(signed and sealed)             performing  follow by 2024-07-13 00:00
2024-05-20 17:00  clock           -                                       performing  look by 2024-05-28 00:00
2024-05-28 09:00  clock           -                                       performing  overdue look
           09:10  mediator        keep_line#1(a photo of the pipe)        performing
           09:20  mediator        verify_line#1(verified; dry)            REFUSED who
           09:30  other_mediator  verify_line#1(verified; dry)            performing
           09:40  mediator        archive                                 REFUSED when
