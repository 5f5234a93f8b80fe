# The reclaimed-water pipe of an estate delivered eleven years ago bursts; the whistle of it leads to the renewal. Residents are asked first, by counts.
story: The pipe of building 13 is laid anew
kind:  renewal
rows:  65, 66
place: 120103004010001001
2023-02-14 09:00  community         whistle: blow(question: a pipe of building 13 burst; grade: urgent; object: pipes-reclaimed; unit: property_company, water_company)  called
2023-03-06 09:00  water_works       renewal: list_asset(name: pipe of building 13; object: pipes-reclaimed; what: pipe; pipe: reclaimed_water; lead: water_company; laid: 2024; year: 2023; condition: leaking; words: seen; homes: 96; length: 140)  REFUSED law
           09:01  water_works       renewal: list_asset(name: pipe of building 13; object: pipes-reclaimed; what: pipe; pipe: reclaimed_water; lead: telecom_company; laid: 2012; year: 2023; condition: leaking; words: seen; homes: 96; length: 140; from_matter: whistle)  REFUSED when
           09:01  water_works       renewal: list_asset(name: pipe of building 13; object: pipes-reclaimed; what: pipe; pipe: reclaimed_water; lead: water_company; laid: 2012; year: 2023; condition: leaking; words: seen; homes: 96; length: 140; from_matter: whistle)  listed  field.age 11  owner water_company
           09:10  gas_works         propose(no)                      REFUSED who
           09:11  water_works       propose(it burst)                asking
           09:20  water_works       go_on                            REFUSED when
2023-03-20 17:00  community_asker   count_opinions(shall it be laid anew; 96; 60; 40; 0; sheet: a first sheet)  REFUSED law
           17:00  water_asker       count_opinions(shall it be laid anew; 96; 90; 0; 0; sheet: our own sheet)  REFUSED who
           17:00  community_asker   count_opinions(shall it be laid anew; 96; 40; 30; 20)  REFUSED sheet
           17:01  community_asker   count_opinions(shall it be laid anew; 96; 40; 30; 20; sheet: the counted sheet 1)  asking
           17:10  water_works       go_on                            REFUSED when
2023-03-28 17:00  community_asker   count_opinions(and by hand, on workdays; 96; 82; 3; 6; no dust; sheet: the counted sheet 2)  asking
           17:10  gas_works         go_on                            REFUSED who
           17:11  water_works       go_on                            planning
           17:20  gas_works         leave_it(no)                     REFUSED who
           17:21  water_works       note_stage(drawing; along the wall)  planning
           17:30  gas_works         begin(86; +60d 17:30; paper)     REFUSED who
           17:31  water_works       begin(0; +60d 17:30; the order)  REFUSED field.cost
           17:32  water_works       begin(86; +60d 17:30; the order)  working
2023-05-10 09:00  gas_works         finish_work(no; paper)           REFUSED who
           09:10  water_works       finish_work(dry; photos)         accepting  owner street
           09:20  water_works       accept(done; good; a report)     REFUSED who
           09:30  street_acceptor   accept(working; the path is open; a photo)  working  owner water_company
2023-05-17 09:00  street_acceptor   note_stage(paving; I laid a stone myself)  working
           09:10  water_works       finish_work(paved; photos of the path)  accepting
           09:20  street_acceptor   accept(done; good; photo)        REFUSED who
           09:30  street_acceptor_two  accept(done; dry and paved; photo)  done
