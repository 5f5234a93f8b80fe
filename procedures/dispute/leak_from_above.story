# The newspaper's flat with water from above (龙都花园): consent first; law explained, the studio, and two consultations from different angles on
# one file; two lines kept with proof; thirty days for confirmation. The visits are as many as it takes.
story: The drain on the balcony
kind:  dispute
rows:  30, 33, 35, 36, 39, 40
place: 120103004010001
2024-03-04 09:00  mediator         register(water comes through the ceiling; noise; p-mediator; 120103004010001; 120103004010001001; visit)  asking  consent by +3d 17:30
           09:05  street_mediator  name_side(applicant; Liu)  REFUSED id
           09:10  mediator         name_side(applicant; Liu; 13800000001)  asking
           09:12  mediator         name_side(other_party; Li; 13800000002)  asking
           09:15  mediator         plan_sitting(15:00)  REFUSED step
           09:16  mediator         invite(p-grid_worker)  REFUSED when
           09:17  grid_worker      visit#1(at_the_door; I looked in)  REFUSED id
           09:18  mediator         record_wish#1(helper; agreed; what she signed)  REFUSED law
           09:19  mediator         record_wish#1(helper; agreed; what she signed; p-grid_worker)  asking
           09:20  mediator         invite(p-grid_worker)  REFUSED when
           09:21  mediator         record_wish#2(helper; agreed; what he signed; p-grid_worker)  asking
           09:22  mediator         invite(p-judge)  REFUSED when
           09:23  mediator         invite(p-grid_worker)  asking
           09:24  mediator         record_wish#2(visit; agreed; what he signed too)  asking
           09:30  grid_worker      visit#2(at_the_door; the drain upstairs is blocked by boxes)  asking
           10:00  mediator         answer_consent#1(consented; signed; a signed note)  asking
           10:30  mediator         answer_consent#2(consented; signed; a signed note)  mediating  term by 2024-04-05 00:00
           10:40  mediator         explain_law(drainage and repair between neighbours, articles 290 and 296 of the Civil Code)  mediating
           10:46  mediator         choose_session(closed)  mediating
           10:55  mediator         ask_consult(p-judge; who must repair)  REFUSED when
           10:56  mediator         record_wish#1(advice; agreed; what she signed)  mediating
           10:57  mediator         ask_consult(p-judge; who must repair)  REFUSED when
           10:58  mediator         record_wish#2(advice; agreed; what he signed)  mediating
           11:00  mediator         ask_consult(p-judge; who must repair what comes through)  mediating
           11:05  mediator         ask_consult(p-lawyer; what clutter on a balcony costs)  mediating
           11:10  judge            answer_consult#2(not my question)  REFUSED who
           11:20  judge            answer_consult#1(whoever caused it repairs it)  mediating
           11:30  lawyer           answer_consult#2(the cost of the ceiling, no more)  mediating
           11:40  other_mediator   agree_line(Li; clear the balcony; +7d 18:00)  REFUSED who
           11:41  mediator         conclude(the paper)  REFUSED when
           11:50  mediator         plan_sitting(+1d 15:00)  mediating
           11:52  mediator         thank  mediating
           11:53  grid_worker      visit#2(at_the_door; once more)  REFUSED id
           11:55  mediator         note_caucus(Li; he is ashamed of the clutter)  mediating
2024-03-05 15:00  other_mediator   hold_sitting(facts; feelings; law)  REFUSED who
           15:01  mediator         hold_sitting(the drain is blocked; both want peace; article 290)  mediating
           15:30  mediator         agree_line(Li; clear the clutter from the balcony; +7d 18:00)  mediating
           15:31  mediator         agree_line(Li; repair the ceiling; +20d 18:00)  mediating
           15:40  mediator         agree_line(Liu; pay for new paint; +20d 18:00)  mediating
           15:44  other_mediator   waive_line#3(he gives it to her)  REFUSED who
           15:45  mediator         waive_line#3(he gives it to her)  mediating
           15:59  other_mediator   conclude(signed by all and sealed)  REFUSED who
           16:00  mediator         conclude(signed by all and sealed)  performing  follow by 2024-04-02 00:00  apply by 2024-04-08 00:00
2024-03-09 10:00  mediator         keep_line#1(a photo of the clear balcony)  performing
           10:10  mediator         verify_line#1(verified)  REFUSED who
           10:20  other_mediator   verify_line#1(verified)  performing
2024-03-11 09:00  mediator         archive  REFUSED when
2024-03-20 10:00  mediator         keep_line#2(a photo of the ceiling)  performing
           10:20  other_mediator   verify_line#2(verified)  performing
           10:30  mediator         follow_up(kept: yes)  performing
           10:35  street_mediator  archive  REFUSED id
           10:40  mediator         archive  archived
2024-03-25 09:00  mediator         apply(the paper signed by both)  archived
2024-04-02 09:00  mediator         decide(confirmed; the court's paper)  archived
