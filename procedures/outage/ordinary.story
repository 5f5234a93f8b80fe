# An ordinary outage: contact, a notice with numbers only, restored with proof, and the households say so; a company does not send it on by itself.
story: Ordinary outages
kind:  outage
rows: 24
place: 120103004010001
2024-01-13 22:00  outage_community  open(what: no water since nine; utility: water; object: pipes; grade: ordinary; households: 60; unit: heat_company)  received  contact by 23:00
           22:05  outage_crew       redirect(water_company; not ours)  REFUSED who
           22:06  outage_community  redirect(telecom_company; it is tap water)  REFUSED when
           22:06  outage_community  redirect(water_company; it is tap water)  received  owner water_company  contact by 23:06
           22:07  outage_community  redirect(heat_company; it is the hot water)  received
           22:08  property_crew     correct(61; urgent; one more)     REFUSED who
           22:09  outage_community  correct(0; ordinary; none)        REFUSED when
           22:10  outage_community  correct(72; ordinary; a third staircase)  received
           22:11  property_crew     announce                          REFUSED who
           22:15  outage_community  blow_whistle(child.field.question: who; child.field.grade: work; child.call.unit: water_company)  REFUSED when
           22:16  property_crew     blow_whistle(child.field.question: who; child.field.grade: work; child.call.unit: water_company)  REFUSED who
           22:20  outage_crew       contact(two of us are on the way; valve)  working  restore by +1d 22:20
           22:21  outage_crew       announce                          working
           22:22  outage_crew       arrange_stopgap(heat_company; water_cart)  working
           22:25  outage_community  withdraw(no)                      REFUSED step
2024-01-14 02:00  property_crew     restore(evidence: a tap)          REFUSED who
           02:01  outage_crew       restore(evidence: a running tap; words: the valve is new)  restored  owner community
           08:00  outage_community  households_say(closed; fine)      REFUSED when
           08:05  outage_foreman    households_say(closed; fine)      REFUSED who
           08:10  outage_community  after_whistle(fine)               REFUSED when
           08:11  outage_community  still_out(no)                     REFUSED when
           08:12  outage_community  deliver_stopgap(two carts came at midnight)  restored
           08:20  outage_community  households_say(working; the third staircase is dry)  working
           09:00  outage_crew       restore(evidence: three running taps)  restored
           09:30  outage_community  households_say(closed; it runs everywhere)  closed
2024-02-03 19:00  outage_community  third: open(what: no power; utility: power; object: pipes; grade: urgent; households: 12; unit: heat_company)  received
           19:05  outage_crew       third: withdraw(none)             REFUSED who
           19:06  outage_community  third: withdraw(a fuse in the house)  withdrawn
2024-02-04 19:00  outage_community  fourth: open(what: no gas; utility: gas; object: pipes; grade: urgent; households: 30; unit: gas_company)  received
           19:05  outage_community  fourth: blow_whistle(child.field.question: who opens the valve; child.field.grade: urgent; child.call.unit: gas_company)  whistled
           19:10  outage_community  whistle: withdraw(they came)      withdrawn  fourth: working
