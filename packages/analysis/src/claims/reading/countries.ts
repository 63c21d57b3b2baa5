/** Names of countries, each with the words for what and who is of it: a figure beside one is of no other country. */
const names = `
Afghanistan Afghan Afghans, Albania Albanian Albanians, Algeria Algerian Algerians, Angola Angolan, Argentina Argentine Argentinian,
Armenia Armenian Armenians, Australia Australian Australians, Austria Austrian Austrians, Azerbaijani, Bahrain Bahraini,
Bangladesh Bangladeshi Bangladeshis, Belarus Belarusian Belarusians, Belgium Belgian Belgians, Benin, Bolivia Bolivian Bolivians,
Bosnia Bosnian, Botswana, Brazil Brazilian Brazilians, Britain British Britons, UK, United-Kingdom, England English, Scotland Scottish,
Wales Welsh, Bulgaria Bulgarian Bulgarians, Burkina-Faso, Burundi, Cambodia Cambodian, Cameroon Cameroonian, Canada Canadian Canadians,
Chad Chadian, Chile Chilean Chileans, China Chinese, Colombia Colombian Colombians, Congo Congolese, Costa-Rica, Croatia Croatian,
Cuba Cuban, Cyprus Cypriot, Czech Czechs, Denmark Danish Danes, Ecuador Ecuadorian, Egypt Egyptian Egyptians, El-Salvador Salvadoran,
Estonia Estonian, Ethiopia Ethiopian, Finland Finnish, France French, Gabon, Gambia, Georgia Georgian Georgians, Germany German Germans,
Ghana Ghanaian, Greece Greek Greeks, Guatemala Guatemalan, Guinea, Haiti Haitian, Honduras Honduran, Hungary Hungarian Hungarians,
Iceland Icelandic, India Indian Indians, Indonesia Indonesian Indonesians, Iran Iranian Iranians, Iraq Iraqi Iraqis, Ireland Irish, Israel Israeli Israelis,
Italy Italian Italians, Ivory-Coast Ivorian, Japan Japanese, Jordan Jordanian, Kazakhstan Kazakh, Kenya Kenyan Kenyans, Kosovo,
Kuwait Kuwaiti, Kyrgyzstan Kyrgyz, Laos, Latvia Latvian, Lebanon Lebanese, Liberia Liberian, Libya Libyan, Lithuania Lithuanian,
Macedonia Macedonian, Malawi Malawian, Malaysia Malaysian, Mali Malian, Mexico Mexican Mexicans, Moldova Moldovan Moldovans, Mongolia,
Montenegro, Morocco Moroccan, Mozambique Mozambican, Myanmar Burma, Namibia Namibian, Nepal Nepali, Netherlands Dutch,
New-Zealand New-Zealanders, Nicaragua Nicaraguan, Niger, Nigeria Nigerian Nigerians, North-Korea, Norway Norwegian, Pakistan Pakistani Pakistanis,
Palestine Palestinian Palestinians, Panama Panamanian, Paraguay Paraguayan, Peru Peruvian Peruvians, Philippines Philippine Filipino Filipinos,
Poland Poles, Portugal Portuguese, Qatar Qatari, Romania Romanian Romanians, Russia Russian Russians, Rwanda Rwandan,
Saudi-Arabia Saudi, Senegal Senegalese, Serbia Serbian Serbs, Sierra-Leone, Singapore Singaporean, Slovakia Slovak, Slovenia Slovenian,
Somalia Somali, South-Africa South-African South-Africans, South-Korea South-Korean, Spain Spanish Spaniards, Sri-Lanka Sri-Lankan,
Sudan Sudanese, Sweden Swedish Swedes, Switzerland Swiss, Syria Syrian Syrians, Taiwan Taiwanese, Tajikistan, Tanzania Tanzanian,
Thailand Thai, Togo, Tunisia Tunisian Tunisians, Turkey Türkiye Turkish, Turkmenistan, Uganda Ugandan, Ukraine Ukrainian Ukrainians,
United-Arab-Emirates, United-States US U.S America American Americans USA, Uruguay Uruguayan, Uzbekistan Uzbek, Venezuela Venezuelan Venezuelans,
Vietnam Vietnamese, Yemen Yemeni, Zambia Zambian, Zimbabwe Zimbabwean`

/** Every word for each country, the country's own name first. */
export const countries: readonly (readonly string[])[] = names.split(',').map(line =>
  line
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('-', ' ')),
)
