# A duty of the reform is a supervised task as well: it stands on both boards, and one evidence serves both. The link is made from either side.
story: One evidence serves both boards
kind:  reform_plan
rows:  81
place: 120103
2024-03-04 09:10  reform_office  plan: draw_up(the reform of assistance; 2024; dep-education)  drawing
           09:11  reform_office  plan: list_aspects(joint_pattern, platform)  drawing
           09:11  reform_office  plan: assign#1(joint_pattern; one list of pupils in hardship; +90d 17:30)  drawing
           09:20  reform_office  plan: assign#1(platform; its part; +90d 17:30)  drawing
           09:30  reform_office  plan: issue                             running
           09:40  supervision    task: set_task(reform; one list of pupils in hardship; draw it up; reform_liaison; +100d 17:30)  drafted
           09:41  supervision    task: add_milestone(the list is there; 100; reform_liaison; +80d 17:30)  drafted
           09:42  supervision    task: issue                             signing
           09:43  reform_liaison  task: agree                            working
           10:00  reform_neighbour  plan: share_evidence#1(task)         REFUSED who
           10:01  reform_liaison  plan: share_evidence#1(task)           running
           10:02  reform_liaison  task: share_evidence(plan)             working
           10:10  reform_liaison  plan: prove#1(done; the list)          running
           10:11  reform_liaison  task: finish_milestone#1(the list)     working
           10:20  reform_office  plan: check_cell#1(checked; seen)       running
           10:21  supervision    task: check_milestone#1(checked; seen)  working
