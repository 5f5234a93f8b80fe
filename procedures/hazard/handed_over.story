# A joint inspection of a kitchen: the matter is for the enforcing department, which gives its receipt; a major hazard is taken on within two hours and not extended.
story: A kitchen for the enforcing department
kind:  hazard
rows: 20, 25
place: 120103004010
2024-09-28 10:00  safety_inspector  open(what: food out of date; area: food; grade: major; category: danger; source: joint_inspection; unit: telecom_company; by: +2d 17:30; line.item: kitchen_clean, food_dates, licence; line.result: wrong, wrong, fine)  REFUSED when
2024-09-28 10:00  safety_inspector  open(what: food out of date; area: food; grade: major; category: danger; source: joint_inspection; unit: property_company; by: +2d 17:30; line.item: kitchen_clean, food_dates, licence; line.result: wrong, wrong, fine)  found
           10:00  safety_inspector  notify_unit(photo: tins)  notified  sign by 12:00
           10:30  house_manager     accept                            rectifying
           10:40  house_manager     ask_extension(+9d 17:30; busy)    REFUSED when
           11:00  safety_inspector  hand_to_enforcer(food_inspectors; the law is theirs)  REFUSED may
           11:01  hazard_desk       hand_to_enforcer(telecom_company; the law is theirs)  REFUSED when
           11:01  hazard_desk       hand_to_enforcer(food_inspectors; the law is theirs)  handed  owner food_inspectors
           14:00  food_officer      give_receipt(receipt: no. 7; words: taken over)  enforcing
2024-09-30 09:00  food_officer      report_enforced(proof: an empty shelf; words: destroyed)  rechecking  recheck by +1d 09:00
           15:00  safety_inspector  recheck(closed; the shelf is new)  closed
