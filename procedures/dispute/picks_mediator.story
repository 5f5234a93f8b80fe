# Found on a routine visit and registered by the grid worker. The parties refuse one mediator and pick another; from then on the first finds no such file.
# The law is explained first, under the name of the team that does it; the room is booked, and what a side says in confidence stays with whoever heard it.
story: They pick their mediator
kind:  dispute
rows:  31, 32, 34
place: 120103004010001001
2024-03-04 09:00  grid_worker      register(the drain on a balcony is blocked; noise; p-other_mediator; 120103004010001; 120103004010001001; visit)  asking  field.source visit
           09:10  grid_worker      name_side(applicant; Liu)             REFUSED may
           09:20  community        name_side(applicant; Liu)             REFUSED id
           09:30  mediator         name_side(applicant; Liu)             REFUSED id
           09:40  other_mediator   name_side(applicant; Liu)             asking
           09:41  other_mediator   name_side(other_party; Li)            asking
           09:50  other_mediator   explain_law(who owns the drain and who keeps it open, article 290; p-other_mediator; Hongtang law help)  asking
           10:00  other_mediator   change_mediator(p-mediator; Liu would rather speak with her)  asking
           10:10  other_mediator   answer_consent#1(consented; signed; a note)   REFUSED id
           10:20  mediator         answer_consent#1(consented; signed; a note)   asking
           10:30  mediator         answer_consent#2(consented; signed; a note)   mediating
           10:40  mediator         choose_session(closed)                mediating
           10:50  mediator         plan_sitting(+1d 15:00)               mediating
           11:00  mediator         note_caucus(Li; he is ashamed)        mediating
           11:10  grid_worker      plan_sitting(+2d 15:00)               REFUSED may
# Named for work that is not theirs, one sees nothing of it.
           11:20  grid_worker      wrong: register(a dripping pipe; noise; p-lawyer)  asking
           11:30  lawyer           wrong: answer_consult#1(let me see)    REFUSED id
