# Judicial confirmation is a right of thirty days: three reminders, and then it lapses; nobody is late.
story: A confirmation that lapses and one that nobody wants
kind:  dispute
place: 120103004010001
2024-09-02 09:00  mediator  register(an old wall; noise; p-mediator)  asking
           09:01  mediator  name_side(applicant; Wang)       asking
           09:02  mediator  name_side(other_party; Zhao)     asking
           09:03  mediator  answer_consent#1(consented; signed; a note)  asking
           09:04  mediator  answer_consent#2(consented; signed; a note)  mediating
           09:10  mediator  plan_sitting(10:00)              mediating
           10:00  mediator  hold_sitting(facts; feelings; law)  mediating
           10:10  mediator  agree_line(Zhao; prop it up; +2d 18:00)  mediating
           10:20  mediator  conclude(signed and sealed)      performing
2024-09-04 09:00  mediator        keep_line(a photo of the wall)  performing
           09:10  other_mediator  verify_line(verified)      performing
           09:20  mediator        follow_up(kept: yes)       performing
           09:30  mediator        archive                    archived
2024-10-12 09:00  clock           -                          archived
           09:10  mediator        apply(both signed)         REFUSED step
           10:00  mediator  second: register(a hedge; noise; p-mediator)  asking
           10:01  mediator  second: name_side(applicant; Wang)    asking
           10:02  mediator  second: name_side(other_party; Zhao)  asking
           10:03  mediator  second: answer_consent#1(consented; signed; a note)  asking
           10:04  mediator  second: answer_consent#2(consented; signed; a note)  mediating
           10:10  mediator  second: plan_sitting(11:00)      mediating
           11:00  mediator  second: hold_sitting(facts; feelings; law)  mediating
           11:10  mediator  second: agree_line(Zhao; cut it; +2d 18:00)  mediating
           11:20  mediator  second: conclude(signed and sealed)  performing
           11:30  mediator  second: want_none(they trust each other)  performing
