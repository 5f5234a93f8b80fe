# More than ten visits (十余次): with the agreement of each side, recorded once with its proof and open to be changed; the eleventh as easy as the first. After the fifth and the tenth the office is
# advised of other ways; nothing closes by itself, and the agreement comes after the eleventh.
story: The eleventh visit
kind:  dispute
rows:  37, 38
place: 120103004010001001
2024-03-04 09:00  mediator         register(water through the ceiling; noise; p-mediator)  asking
           09:01  mediator         name_side(applicant; Liu)             asking
           09:02  mediator         name_side(other_party; Li)            asking
           09:05  mediator         visit#1(at_the_door; nobody asked them)  REFUSED when
           09:06  mediator         record_wish#2(visit; declined; a recording)  asking
           09:07  mediator         visit#2(at_the_door; he said no)      REFUSED when
           09:08  mediator         record_wish#1(visit; agreed; what she signed)  asking
           09:09  mediator         visit#2(at_the_door; she said yes for him)  REFUSED when
           09:10  mediator         visit#1(agreed: no; facts: nobody asked them)  REFUSED visit.agreed
           09:20  mediator         visit#1(at_the_door; the ceiling drips; she cannot sleep)  asking
           09:25  mediator         record_wish#2(visit; agreed; what he signed)  asking
           09:26  mediator         visit#2(at_the_door; not while his no stands)  REFUSED when
           09:27  mediator         change_wish#1(he thought again)       asking
           09:30  mediator         answer_consent#1(consented; signed; a note)   asking
           09:40  mediator         answer_consent#2(consented; signed; a note)   mediating
2024-03-06 18:30  mediator         visit#2(by_phone; visit 2, they listen; tired but willing)  mediating
2024-03-07 18:30  mediator         visit#1(by_phone; visit 3, they listen; tired but willing)  mediating
2024-03-08 18:30  mediator         visit#2(by_phone; visit 4, they listen; tired but willing)  mediating
2024-03-09 18:30  mediator         visit#1(by_phone; visit 5, they listen; tired but willing)  mediating
2024-03-10 18:30  mediator         visit#2(by_phone; visit 6, they listen; tired but willing)  mediating
2024-03-11 18:30  mediator         visit#1(by_phone; visit 7, they listen; tired but willing)  mediating
2024-03-12 18:30  mediator         visit#2(by_phone; visit 8, they listen; tired but willing)  mediating
2024-03-13 18:30  mediator         visit#1(by_phone; visit 9, they listen; tired but willing)  mediating
2024-03-14 18:30  mediator         visit#2(by_phone; visit 10, they listen; tired but willing)  mediating
2024-03-15 18:30  mediator         visit#1(by_phone; visit 11, he will clear it; relieved)  mediating
           18:40  mediator         conclude(the paper)                   REFUSED when
           18:45  mediator         plan_sitting(+1d 15:00)               mediating
2024-03-16 15:00  mediator         hold_sitting(the drain is blocked; they are neighbours for twenty years; article 296)  mediating
           15:10  mediator         agree_line(Li; clear the balcony; +3d 18:00)  mediating
           15:20  mediator         conclude(signed and sealed)           performing
