# The matrix of the plan: ten aspects, thirty-eight departments. While a department or an aspect has no cell it is flagged, and the plan cannot be
# issued; a reason will do as well. Evidence is brought by the department and checked by another.
story: Ten aspects, thirty-eight departments
kind:  reform_plan
rows:  69
place: 120103
2024-03-04 09:00  reform_office  draw_up(name: the reform of assistance; year: 2024; department.unit: dep-organization-department, dep-publicity-department, dep-political-legal-committee, dep-united-front-department, dep-government-office, dep-development-reform, dep-education, dep-science-technology, dep-industry-information, dep-civil-affairs, dep-justice, dep-finance, dep-human-resources, dep-natural-resources, dep-housing-construction, dep-urban-management, dep-law-enforcement, dep-public-security, dep-traffic-police, dep-fire-rescue, dep-ecology-environment, dep-water-affairs, dep-commerce, dep-culture-tourism, dep-health, dep-veterans, dep-emergency-management, dep-audit, dep-market-regulation, dep-sports, dep-statistics, dep-petitions, dep-medical-insurance, dep-government-services, dep-trade-union, dep-youth-league, dep-womens-federation, dep-disabled-federation, dep-health)  REFUSED law
           09:05  reform_office  draw_up(name: the reform of assistance; year: 2024; department.unit: dep-organization-department, dep-publicity-department, dep-political-legal-committee, dep-united-front-department, dep-government-office, dep-development-reform, dep-education, dep-science-technology, dep-industry-information, dep-civil-affairs, dep-justice, dep-finance, dep-human-resources, dep-natural-resources, dep-housing-construction, dep-urban-management, dep-law-enforcement, dep-public-security, dep-traffic-police, dep-fire-rescue, dep-ecology-environment, dep-water-affairs, dep-commerce, dep-culture-tourism, dep-health, dep-veterans, dep-emergency-management, dep-audit, dep-market-regulation, dep-sports, dep-statistics, dep-petitions, dep-medical-insurance, dep-government-services, dep-trade-union, dep-youth-league, dep-womens-federation, dep-disabled-federation)  drawing  draw by 2024-04-01 17:30  owner district
           09:06  reform_office  list_aspects(joint_pattern, party_plus, joint_aid, grassroots, social_strength, services, deeper_reform, urgent, good_faith, platform)  drawing
           09:07  reform_office  list_aspects(platform)                  REFUSED law
           09:10  reform_office  issue                                     REFUSED when
           09:15  reform_office  add_department(dep-health)                REFUSED law
           09:20  reform_office  add_department(civil_affairs)             drawing
           09:31  reform_office  assign#7(joint_pattern; its part of the plan; +90d 17:30)  drawing
           09:32  reform_office  assign#25(party_plus; its part of the plan; +90d 17:30)  drawing
           09:33  reform_office  assign#13(joint_aid; its part of the plan; +90d 17:30)  drawing
           09:34  reform_office  assign#14(grassroots; its part of the plan; +90d 17:30)  drawing
           09:35  reform_office  assign#15(social_strength; its part of the plan; +90d 17:30)  drawing
           09:36  reform_office  assign#16(services; its part of the plan; +90d 17:30)  drawing
           09:37  reform_office  assign#17(deeper_reform; its part of the plan; +90d 17:30)  drawing
           09:38  reform_office  assign#18(urgent; its part of the plan; +90d 17:30)  drawing
           09:39  reform_office  assign#19(good_faith; its part of the plan; +90d 17:30)  drawing
           09:40  reform_office  issue                                     REFUSED when
           09:41  reform_office  assign#7(platform; the list of pupils, once a term; +90d 17:30)  drawing
           09:42  reform_office  strike_cell#10(the platform has it already)  drawing
           09:43  reform_office  assign#25(platform; the clinics report hardship; +90d 17:30)  drawing
# Every aspect has somebody now, and the other rows are still empty: each gets a reason.
           09:44  reform_office  issue                                     REFUSED when
           09:45  reform_office  exempt_department#1(takes part when asked)  drawing
           09:46  reform_office  exempt_department#2(takes part when asked)  drawing
           09:47  reform_office  exempt_department#3(takes part when asked)  drawing
           09:48  reform_office  exempt_department#4(takes part when asked)  drawing
           09:49  reform_office  exempt_department#5(takes part when asked)  drawing
           09:50  reform_office  exempt_department#6(takes part when asked)  drawing
           09:51  reform_office  exempt_department#8(takes part when asked)  drawing
           09:52  reform_office  exempt_department#9(takes part when asked)  drawing
           09:53  reform_office  exempt_department#10(takes part when asked)  drawing
           09:54  reform_office  exempt_department#11(takes part when asked)  drawing
           09:55  reform_office  exempt_department#12(takes part when asked)  drawing
           09:56  reform_office  exempt_department#20(takes part when asked)  drawing
           09:57  reform_office  exempt_department#21(takes part when asked)  drawing
           09:58  reform_office  exempt_department#22(takes part when asked)  drawing
           09:59  reform_office  exempt_department#23(takes part when asked)  drawing
           10:00  reform_office  exempt_department#24(takes part when asked)  drawing
           10:01  reform_office  exempt_department#26(takes part when asked)  drawing
           10:02  reform_office  exempt_department#27(takes part when asked)  drawing
           10:03  reform_office  exempt_department#28(takes part when asked)  drawing
           10:04  reform_office  exempt_department#29(takes part when asked)  drawing
           10:05  reform_office  exempt_department#30(takes part when asked)  drawing
           10:06  reform_office  exempt_department#31(takes part when asked)  drawing
           10:07  reform_office  exempt_department#32(takes part when asked)  drawing
           10:08  reform_office  exempt_department#33(takes part when asked)  drawing
           10:09  reform_office  exempt_department#34(takes part when asked)  drawing
           10:10  reform_office  exempt_department#35(takes part when asked)  drawing
           10:11  reform_office  exempt_department#36(takes part when asked)  drawing
           10:12  reform_office  exempt_department#37(takes part when asked)  drawing
           10:13  reform_office  exempt_department#38(takes part when asked)  drawing
           10:14  reform_office  exempt_department#39(takes part when asked)  drawing
           10:15  reform_office  issue                                     running  report by 2024-06-05 00:00
           13:00  reform_neighbour  prove#1(done; the list)              REFUSED who
           13:10  reform_liaison  prove#1(done; the list)                running
           13:20  reform_liaison  check_cell#1(checked; fine)            REFUSED who
           13:30  reform_neighbour  check_cell#1(assigned; the seal is missing)  running
           13:40  reform_liaison  prove#1(done; the sealed list)         running
           13:50  reform_neighbour  check_cell#1(checked; seen)          running
           14:00  reform_office  report_round(one of eleven is done)     running
           14:10  reform_office  close_plan(done)                        REFUSED when
2024-03-05 09:00  reform_neighbour  prove#2(a meeting each month; the minutes)  running
           09:10  reform_office  check_cell#2(checked; seen)             running
           09:13  reform_office  strike_cell#3(left to next year)  running
           09:14  reform_office  strike_cell#4(left to next year)  running
           09:15  reform_office  strike_cell#5(left to next year)  running
           09:16  reform_office  strike_cell#6(left to next year)  running
           09:17  reform_office  strike_cell#7(left to next year)  running
           09:18  reform_office  strike_cell#8(left to next year)  running
           09:19  reform_office  strike_cell#9(left to next year)  running
           09:40  reform_neighbour  prove#11(reports come in; the first list)  running
           09:50  reform_office  check_cell#11(checked; seen)            running
           10:00  reform_office  close_plan(the year is over)            closed
