# Six fields and their units, joint inspections planned and held, the notice read; a finding in a kitchen goes to the enforcing department as a hazard.
story: Spring Festival, six fields
kind:  holiday_plan
rows: 25
place: 120103
2024-01-15 09:00  holiday_office   draft_plan(holiday: spring_festival; begins: 2024-02-18 00:00; ends: 2024-02-10 00:00; office: duty_office; sector.area: food; sector.unit: food_inspectors)  REFUSED law
           09:01  holiday_office   draft_plan(holiday: spring_festival; begins: 2024-02-10 00:00; ends: 2024-02-18 00:00; office: duty_office; sector.area: food, food; sector.unit: food_inspectors, sports_bureau)  REFUSED law
           09:02  holiday_office   draft_plan(holiday: spring_festival; begins: 2024-02-10 00:00; ends: 2024-02-18 00:00; office: duty_office; sector.area: food, tourism, roads, rubbish, energy; sector.unit: telecom_company, sports_bureau, city_management, city_management, gas_company)  REFUSED when
           09:02  holiday_office   draft_plan(holiday: spring_festival; begins: 2024-02-10 00:00; ends: 2024-02-18 00:00; office: duty_office; sector.area: food, tourism, roads, rubbish, energy; sector.unit: food_inspectors, sports_bureau, city_management, city_management, gas_company)  drafted  draft by 2024-01-29 17:30
           09:05  holiday_office   issue                              REFUSED when
           09:06  holiday_food     add_sector(heating; heat_company)  REFUSED who
           09:07  holiday_office   add_sector(heating; telecom_company; the desk 0000)  REFUSED when
           09:07  holiday_office   add_sector(heating; heat_company; the desk 0000)  drafted
           09:10  holiday_food     plan_inspection(food; food_inspectors; sports_bureau; +5d 17:30)  REFUSED who
           09:11  holiday_office   plan_inspection(food; food_inspectors; food_inspectors; +5d 17:30)  REFUSED law
           09:12  holiday_office   plan_inspection(food; telecom_company; sports_bureau; +5d 17:30)  REFUSED when
           09:12  holiday_office   plan_inspection(food; food_inspectors; sports_bureau; +5d 17:30)  drafted
           09:13  holiday_office   plan_inspection(heating; heat_company; city_management; +6d 17:30)  drafted
           09:20  holiday_food     issue                              REFUSED who
           09:21  holiday_office   issue                              signing  begin by 2024-02-10 00:00  accept by +3d 17:30
           10:00  holiday_tourism  accept_sector#1                    REFUSED who
           10:01  holiday_food     accept_sector#1(0000)              signing
           10:02  holiday_food     object_sector#2(not ours)          REFUSED who
           10:03  holiday_tourism  object_sector#2(we have two halls only)  signing
           10:04  holiday_food     uphold_sector#2(no)                REFUSED who
           10:05  holiday_office   uphold_sector#2(the halls are what visitors see)  signing
           10:10  holiday_tourism  accept_sector#2                    signing
           10:11  holiday_streets  accept_sector#3                    signing
           10:12  holiday_streets  accept_sector#4                    signing
           10:13  holiday_food     replace_sector#5(no)               REFUSED who
           10:14  holiday_office   replace_sector#5(gas and power are watched by one office)  signing
           10:15  holiday_office   add_sector(energy; heat_company)   signing
           10:20  holiday_heat     accept_sector#6                    signing
           10:21  holiday_heat     accept_sector#7                    ready
           11:00  holiday_food     send_notice(food_inspectors)       REFUSED who
           11:01  holiday_office   send_notice(food_inspectors, sports_bureau, telecom_company)  REFUSED when
           11:01  holiday_office   send_notice(food_inspectors, sports_bureau, gas_company)  ready  read by +2d 17:30
           11:02  holiday_office   send_notice(food_inspectors)       REFUSED law
           11:05  holiday_tourism  confirm_read#1                     REFUSED who
           11:06  holiday_food     confirm_read#1                     ready
           11:07  holiday_tourism  confirm_read#2                     ready
           11:08  holiday_food     withdraw_notice#3(no)              REFUSED who
           11:09  holiday_office   withdraw_notice#3(they have no staff here)  ready
2024-01-19 10:00  holiday_heat     hold_inspection#1(places: 3; found: 1; proof: p)  REFUSED who
           10:01  holiday_food     hold_inspection#1(places: 0; found: 0; proof: p)  REFUSED inspection.places
           10:02  holiday_food     hold_inspection#1(places: 6; found: 1; proof: six sheets)  ready
           10:05  holiday_heat     raise_hazard#1(child.field.what: x)  REFUSED who
           10:06  holiday_food     raise_hazard#1(child.field.what: a kitchen without water; child.field.area: food; child.field.grade: general; child.field.category: danger; child.field.source: joint_inspection; child.field.unit: property_company; child.field.by: +3d 17:30; child.line.item: kitchen_clean; child.line.result: wrong)  ready  hazard: found
           10:07  holiday_food     hazard: notify_unit(photo: a dry tap)  notified
           10:10  holiday_food     holiday_plan: skip_inspection#2(ice)  REFUSED who
           10:11  holiday_heat     holiday_plan: skip_inspection#2(the station is being rebuilt)  ready
           10:20  hazard_desk      hazard: hand_to_enforcer(food_inspectors; theirs)  REFUSED step
           10:21  house_manager    hazard: accept                     rectifying
           10:22  hazard_desk      hazard: hand_to_enforcer(food_inspectors; theirs)  handed
           10:30  holiday_food     hazard: give_receipt(receipt: no. 3; words: taken over)  enforcing
           11:00  duty_main        shift: plan_shift(sort: holiday; office: duty_office; begins: 2024-02-10 08:30; ends: 2024-02-11 08:30; post.role: leader, main, deputy; post.person: p-duty_leader, p-duty_main, p-duty_deputy)  rostering
           11:05  holiday_food     holiday_plan: link_shift(shift)    REFUSED who
           11:06  holiday_office   holiday_plan: link_shift(shift)    ready
2024-02-10 09:00  clock            holiday_plan: -                    running
2024-02-18 09:00  clock            holiday_plan: -                    summing_up  sum_up by 2024-02-23 17:30
           09:10  holiday_food     holiday_plan: report_sector#2(all well)  REFUSED who
           09:11  holiday_food     holiday_plan: report_sector#1(six kitchens, one handed over)  summing_up
           09:20  holiday_office   holiday_plan: close(done)          REFUSED when
           09:30  holiday_tourism  holiday_plan: report_sector#2(two halls, no complaint)  summing_up
           09:31  holiday_streets  holiday_plan: report_sector#3(swept daily)  summing_up
           09:32  holiday_streets  holiday_plan: report_sector#4(carried away daily)  summing_up
           09:33  holiday_heat     holiday_plan: report_sector#6(no outage)  summing_up
           09:34  holiday_heat     holiday_plan: report_sector#7(no shortage)  summing_up
           09:40  holiday_food     holiday_plan: close(done)          REFUSED who
           09:41  holiday_office   holiday_plan: close(six fields, two inspections, one of them held)  closed
2024-03-01 09:00  holiday_office   second: draft_plan(holiday: qingming; begins: 2024-04-04 00:00; ends: 2024-04-07 00:00; office: duty_office; sector.area: food; sector.unit: food_inspectors)  drafted
           09:05  holiday_food     second: drop(no)                   REFUSED who
           09:06  holiday_office   second: drop(the department does it)  dropped
