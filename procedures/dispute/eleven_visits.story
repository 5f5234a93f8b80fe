# More than ten visits (十余次): each with the household's word that it agreed, the eleventh as easy as the first. After the fifth and the tenth the office is
# advised of other ways; nothing closes by itself, and the agreement comes after the eleventh.
story: The eleventh visit
kind:  dispute
rows:  37, 38
place: 120103004010001001
2024-03-04 09:00  mediator         register(water through the ceiling; noise; p-mediator)  asking
           09:01  mediator         name_side(applicant; Liu)             asking
           09:02  mediator         name_side(other_party; Li)            asking
           09:10  mediator         visit(agreed: 　; facts: nobody asked them)  REFUSED visit.agreed
           09:20  mediator         visit(she asked me in; the ceiling drips; she cannot sleep)  asking
           09:30  mediator         answer_consent#1(consented; a note)   asking
           09:40  mediator         answer_consent#2(consented; a note)   mediating
2024-03-06 18:30  mediator         visit(both said come in; visit 2, they listen; tired but willing)  mediating
2024-03-07 18:30  mediator         visit(both said come in; visit 3, they listen; tired but willing)  mediating
2024-03-08 18:30  mediator         visit(both said come in; visit 4, they listen; tired but willing)  mediating
2024-03-09 18:30  mediator         visit(both said come in; visit 5, they listen; tired but willing)  mediating
2024-03-10 18:30  mediator         visit(both said come in; visit 6, they listen; tired but willing)  mediating
2024-03-11 18:30  mediator         visit(both said come in; visit 7, they listen; tired but willing)  mediating
2024-03-12 18:30  mediator         visit(both said come in; visit 8, they listen; tired but willing)  mediating
2024-03-13 18:30  mediator         visit(both said come in; visit 9, they listen; tired but willing)  mediating
2024-03-14 18:30  mediator         visit(both said come in; visit 10, they listen; tired but willing)  mediating
2024-03-15 18:30  mediator         visit(both said come in; visit 11, he will clear it; relieved)  mediating
           18:40  mediator         conclude(the paper)                   REFUSED when
           18:45  mediator         plan_sitting(+1d 15:00)               mediating
2024-03-16 15:00  mediator         hold_sitting(the drain is blocked; they are neighbours for twenty years; article 296)  mediating
           15:10  mediator         agree_line(Li; clear the balcony; +3d 18:00)  mediating
           15:20  mediator         conclude(signed and sealed)           performing
