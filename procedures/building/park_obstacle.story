# A park has a file like a building. What is in its way becomes a whistle of the units that can solve it.
story: An obstacle of the park becomes a whistle
kind:  building
rows:  7
place: 120103004010
2024-03-04 09:00  street_keeper   open(name: 哪吒数创园; kind: park; keeper: telecom_company; owner_name: a sample company; gross: 30000; lettable: 20000; gain: stock; use: digital; zone: centre_one)  REFUSED when
2024-03-04 09:00  street_keeper   open(name: 哪吒数创园; kind: park; keeper: street; owner_name: a sample company; gross: 30000; lettable: 20000; gain: stock; use: digital; zone: centre_one)  on_file
           09:10  street_keeper   note_obstacle(power; the transformer is too small; power; power_company)  on_file
           09:11  street_keeper   note_obstacle(parking; the gate is closed at night; power; city_management)  on_file
           09:12  street_keeper   note_obstacle(title; a paper of 1998; power; city_management)  on_file
           09:20  power_office    blow_whistle#1(child.field.question: who pays for the transformer; child.field.grade: hard; child.call.unit: power_company)  REFUSED who
           09:21  street_keeper   blow_whistle#1(child.field.question: who pays for the transformer; child.field.grade: hard; child.call.unit: power_company, city_management)  on_file  whistle: called
           09:22  street_keeper   blow_whistle#2(child.field.question: the gate; child.field.grade: work; child.call.unit: city_management)  REFUSED when
           09:23  street_keeper   confirm_solved#1(too early)       REFUSED when
           09:24  street_keeper   not_solved#1(too early)           REFUSED when
           09:25  street_keeper   whistle_gone#1(too early)         REFUSED when
           09:30  power_office    strike_obstacle#2(no)             REFUSED who
           09:31  street_keeper   strike_obstacle#2(it is open again)  on_file
           09:40  finance_clerk   solve_obstacle#3(no; paper)       REFUSED may
           09:50  street_keeper   whistle: withdraw(the company came by itself)  withdrawn
           09:51  power_office    building: whistle_gone#1(no)      REFUSED who
           09:52  street_keeper   building: whistle_gone#1(it went again)  on_file
           10:00  street_keeper   building: blow_whistle#1(child.field.question: who pays; child.field.grade: hard; child.call.unit: power_company)  on_file  whistle: called
           10:10  power_office    whistle: report_in                convened
           10:20  street_keeper   whistle: propose_item(unit: power_company; gives: labour; what: a new one; by: +20d 17:30)  convened
           10:30  power_office    whistle: agree_item               convened
           10:40  street_keeper   whistle: start_work(power_company)  working
2024-03-15 09:00  power_office    whistle: finish_item(evidence: a transformer)  working
           09:10  street_keeper   whistle: verify_item(verified)    awaiting_call_back
           09:20  power_office    building: not_solved#1(no)        REFUSED who
           09:21  street_keeper   building: not_solved#1(still too small)  on_file  whistle: convened
           09:30  street_keeper   whistle: propose_item(unit: power_company; gives: labour; what: a bigger one; by: +20d 17:30)  convened
           09:31  power_office    whistle: agree_item               convened
           09:32  street_keeper   whistle: start_work(power_company)  working
2024-04-01 09:00  power_office    whistle: finish_item(evidence: a bigger transformer)  working  building: overdue solve
           09:10  street_keeper   whistle: verify_item(verified)    awaiting_call_back
           09:20  power_office    building: confirm_solved#1(no)    REFUSED who
           09:21  street_keeper   building: confirm_solved#1(enough)  on_file  whistle: closed
           09:30  city_office     building: solve_obstacle#3(found; the paper)  REFUSED may
           09:31  heat_office     building: solve_obstacle#3(found; the paper)  REFUSED who
           09:32  street_keeper   building: solve_obstacle#3(found in the archive; the paper)  on_file
