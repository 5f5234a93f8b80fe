# Nobody is found responsible: the district must name one. A whistle can be taken back, not by others.
story: Nobody owns it
kind:  whistle
rows:  49
place: 120103004010001
2023-06-05 09:00  community         blow(question: a cable hangs over the road; grade: hard; object: park; unit: telecom_company)  called
           09:30  telecom_company   refuse(not our cable; none)          called
           10:00  district          rule(released; right)                unowned  owner district  name_one by 2023-06-06 17:30
           10:30  property_company  call_more(unit: city_management)     REFUSED may
           10:40  district          call_more(unit: city_management)     called
           11:00  gas_company       withdraw(no)                         REFUSED may
           11:10  city_management   sign                                 called
           11:20  other_community   withdraw(no)                         REFUSED may
           11:30  community         withdraw(the cable is gone)          withdrawn
2023-06-20 09:00  community         again: blow(question: the cable hangs again; grade: work; object: park; unit: telecom_company)  called
