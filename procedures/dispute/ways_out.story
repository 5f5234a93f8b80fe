# Every way to leave: one side does not consent, a party leaves, the mediator ends it, it is not for mediation, an agreement is broken.
# Nothing of it is held against anybody; each shows where else to go.
story: Ways out of mediation
kind:  dispute
place: 120103004010001
2024-05-06 09:00  mediator        register(a fence between two yards; noise; p-other_mediator)  asking
           09:05  mediator        change_mediator(p-mediator; the parties want her)  asking
           09:10  mediator        name_side(applicant; Wang)              asking
           09:11  mediator        name_side(other_party; Zhao)            asking
           10:00  mediator        answer_consent#1(consented; signed; a signed note)  asking
           10:30  mediator        answer_consent#2(declined; recording; a recording)  refused
           10:40  mediator        name_side(third_party; Sun)             REFUSED step
           11:00  mediator        left: register(a borrowed ladder; noise; p-mediator)  asking
           11:01  mediator        left: name_side(applicant; Wang)        asking
           11:02  mediator        left: name_side(other_party; Zhao)      asking
           11:03  mediator        left: answer_consent#1(consented; signed; a note)  asking
           11:04  mediator        left: answer_consent#2(consented; signed; a note)  mediating
           11:10  mediator        left: plan_sitting(15:00)               mediating
           11:20  mediator        left: cancel_sitting(Zhao is away)      mediating
           11:30  mediator        left: leave#2(Zhao wants no more of it)  withdrawn
           12:00  mediator        ended: register(smoke on the stairs; noise; p-mediator)  asking
           12:01  mediator        ended: name_side(applicant; Wang)       asking
           12:02  mediator        ended: name_side(other_party; Zhao)     asking
           12:03  mediator        ended: answer_consent#1(consented; signed; a note)  asking
           12:04  mediator        ended: answer_consent#2(consented; signed; a note)  mediating
           12:10  other_mediator  ended: close_failed(court; they will not meet)  REFUSED who
           12:11  mediator        ended: close_failed(court; they will not meet)  failed
           13:00  mediator        other: register(a threat with a knife; noise; p-mediator)  asking
           13:01  mediator        other: name_side(applicant; Wang)       asking
           13:02  mediator        other: name_side(other_party; Zhao)     asking
           13:03  mediator        other: hand_over(court; quicker there)  REFUSED when
           13:04  mediator        other: hand_over(police; somebody may be hurt)  REFUSED to_whom
           13:05  mediator        other: call_police(somebody may be hurt)  handed_over
           13:10  mediator        taken: register(a barking dog; noise; p-mediator)  asking
           13:15  mediator        taken: withdraw(they spoke to each other)  withdrawn
           14:00  mediator        broken: register(a wet cellar; noise; p-mediator)  asking
           14:01  mediator        broken: name_side(applicant; Wang)      asking
           14:02  mediator        broken: name_side(other_party; Zhao)    asking
           14:03  mediator        broken: answer_consent#1(consented; signed; a note)  asking
           14:04  mediator        broken: answer_consent#2(consented; signed; a note)  mediating
           14:10  mediator        broken: plan_sitting(15:00)             mediating
           15:00  mediator        broken: hold_sitting(water; anger; article 296)  mediating
           15:10  mediator        broken: agree_line(Zhao; pump it out; +2d 18:00)  mediating
           15:20  mediator        broken: conclude(signed and sealed)     performing
           15:30  mediator        broken: go_to_court(court; nothing yet)  REFUSED when
2024-05-10 09:00  mediator        broken: break_line(nothing was done)    performing
           09:10  mediator        broken: go_to_court(court; he never came)  failed
           09:20  mediator        broken: apply(both signed)              failed
2024-05-20 09:00  mediator        broken: decide(rejected; the court's paper)  failed
