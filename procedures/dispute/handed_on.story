# A file is handed to another institution only when each side whose data is in it has agreed to that for itself: not before anybody is named, not on the word
# of the other side, not against a no. A no is recorded, its side gets the paper with the other ways, and a changed mind counts.
story: Handed on when both agree
kind:  dispute
place: 120103004010001
2024-05-06 09:00  mediator        register(wages for a wall; noise; p-mediator)  asking
           09:05  mediator        hand_over(arbitration; wages)           REFUSED when
           09:10  mediator        name_side(applicant; Wang)              asking
           09:11  mediator        name_side(other_party; Zhao)            asking
           09:20  mediator        hand_over(arbitration; wages)           REFUSED when
           09:30  mediator        record_wish#1(hand_over; agreed; what Wang signed)  asking
           09:31  mediator        hand_over(arbitration; wages)           REFUSED when
           09:40  mediator        record_wish#2(hand_over; declined; a recording)  asking
           09:41  mediator        hand_over(arbitration; wages)           REFUSED when
2024-05-07 09:00  mediator        change_wish#2(he thought again)         asking
           09:01  mediator        hand_over(arbitration; wages)           REFUSED when
           09:10  mediator        record_wish#2(hand_over; agreed; what Zhao signed)  asking
           09:20  mediator        change_wish#1(she would rather not)     asking
           09:21  mediator        hand_over(arbitration; wages)           REFUSED when
           09:30  mediator        record_wish#1(hand_over; agreed; what Wang signed then)  asking
           09:40  mediator        hand_over(arbitration; wages)           handed_over
# A helper and an adviser see the file while every side agrees, and not a minute longer.
2024-06-03 09:00  mediator        seen: register(a wet wall; noise; p-mediator)  asking
           09:10  mediator        seen: name_side(applicant; Wang)        asking
           09:11  mediator        seen: name_side(other_party; Zhao)      asking
           09:20  mediator        seen: record_wish#1(helper; agreed; what Wang signed; p-grid_worker)  asking
           09:21  mediator        seen: record_wish#2(helper; agreed; what Zhao signed; p-grid_worker)  asking
           09:22  mediator        seen: record_wish#2(visit; agreed; what Zhao signed)  asking
           09:30  mediator        seen: invite(p-grid_worker)             asking
           09:40  grid_worker     seen: visit#2(at_the_door; the wall is wet)  asking
           09:50  mediator        seen: change_wish#2(he would rather be alone with it)  asking
           10:00  grid_worker     seen: visit#2(at_the_door; once more)   REFUSED id
           10:10  mediator        seen: answer_consent#1(consented; signed; a note)  asking
           10:11  mediator        seen: answer_consent#2(consented; signed; a note)  mediating
           10:20  mediator        seen: record_wish#1(advice; agreed; what Wang signed)  mediating
           10:21  mediator        seen: record_wish#2(advice; agreed; what Zhao signed)  mediating
           10:30  mediator        seen: ask_consult(p-judge; who repairs)  mediating
           10:40  mediator        seen: record_wish#2(advice; declined; a recording)  mediating
           10:50  judge           seen: answer_consult#1(whoever caused it)  REFUSED id
