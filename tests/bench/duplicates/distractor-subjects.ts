/** What a made-up question is about, each with two sentences on why it has come to notice. */
export const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  'county lines dealing': [
    'Networks in large cities continue to sell heroin and crack through local phone numbers, with children and vulnerable adults carrying the risk.',
    'Closing a line is now routine for police forces, but the trade in heroin and crack adapts and young people remain at risk.',
  ],
  cuckooing: [
    'Dealers take over the homes of tenants who live alone, often after a few weeks of apparent friendship.',
    'Victims are often addicted, disabled or lonely, and they seldom see themselves as exploited.',
  ],
  'open street dealing of crack': [
    'Residents describe crack being sold in daylight near schools, shops and treatment services.',
    'Dealers work in shifts, hide their stock nearby and are replaced within hours of an arrest.',
  ],
  'drug dealing through messaging apps': [
    'Menus with prices and delivery times now circulate in private groups, and young buyers need no contact with the street.',
    'Customers move between apps as accounts are closed, and vendors keep their names and ratings.',
  ],
  'cocaine smuggling in fruit containers': [
    'Cocaine is still found among bananas and pineapples weeks after the container has left the port.',
    'Traffickers bribe or threaten port workers to reach the load before customs officers do.',
  ],
  'MDMA supply at music events': [
    'Tablets of very different strength are sold at festivals and clubs, and harm is concentrated in a few weekends.',
    'Organisers, drug checking services and police disagree over how to warn buyers about purity.',
  ],
  'the sale of cannabis edibles': [
    'Sweets and vape liquids containing cannabis are packaged like familiar brands and reach pupils in secondary schools.',
    'Hospitals have treated children who took a sweet without knowing what was in it.',
  ],
  'heroin wholesaling': [
    'A small number of importers supply most of the heroin sold by regional groups, and seizures reveal only part of the picture.',
    'Synthetic opioids and a shortage of poppy may change who controls this market and at what price.',
  ],
  'amphetamine production in rural buildings': [
    'Laboratories that finish imported amphetamine oil have been found in barns, garages and holiday lets.',
    'Chemicals, glassware and waste are bought and dumped by people who never meet the dealers.',
  ],
  'the sale of counterfeit weight-loss pens': [
    'Injection pens of unknown content are advertised by beauticians, gyms and accounts on social media.',
    'Fake medicines bring high profit and small penalties, and regulators see only what is reported.',
  ],
  'steroid dealing': [
    'Anabolic steroids are made in kitchens from imported powder and sold under invented brand names.',
    'Users trust coaches and forums more than doctors, and harms appear years later.',
  ],
  'postal drug dealing by small vendors': [
    'Individual sellers buy wholesale online and post small amounts to customers whom they never meet.',
    'Encrypted messages, cryptoassets and ordinary letter boxes have made an importer of anybody with a laptop.',
  ],
  'spice dealing': [
    'Synthetic cannabinoids remain cheap, potent and closely tied to homelessness and to debts in custody.',
    'Officers and treatment workers see rapid collapse, robbery and exploitation around a few sellers.',
  ],
  'theft of shotguns from certificate holders': [
    'Shotguns stolen from farms and homes are a small but steady source of weapons for criminals.',
    'Licensing departments check how guns are stored, but organised burglars seem to know where to look.',
  ],
  'ammunition supply': [
    'Firearms without ammunition are of little use, yet far less is known about who casts, loads and sells it.',
    'Blank-firing weapons and converted pistols need live rounds, and gangs hoard, lend and sell them.',
  ],
  'drive-by shooting': [
    'Shots fired from vehicles at homes frighten whole streets, even when nobody is injured.',
    'Gangs use borrowed cars and shared guns, and witnesses are afraid to speak.',
  ],
  'unlawful knife selling': [
    'Large knives and machetes reach teenagers through websites, resale apps and friends.',
    'Age checks at the till have little effect when the seller is abroad or a classmate.',
  ],
  'forced labour in nail bars': [
    'Workers in nail bars are sometimes trafficked, indebted and housed above the premises where they work.',
    'Victims fear both their controllers and deportation, and few consent to referral.',
  ],
  'forced labour on building sites': [
    'Labour agencies with several layers of subcontracting supply men whose wages are kept by others.',
    'Lawful contractors may not know that those on their site are victims of modern slavery.',
  ],
  'exploitation in food packing plants': [
    'Gangmasters control the transport, beds and bank accounts of workers placed with respected suppliers.',
    'Recruitment fees, debts and threats keep workers from complaining to inspectors or supermarkets.',
  ],
  'forced begging': [
    'Adults and children are moved between towns to beg or to steal, and the takings are collected each night.',
    'Families and gangs who control beggars move between jurisdictions faster than records do.',
  ],
  'sexual exploitation in short-term lets': [
    'Traffickers rent flats for a few days at a time, so that women are moved before anybody becomes suspicious.',
    'Adverts on adult services websites lead buyers to addresses that change weekly.',
  ],
  'domestic servitude': [
    'People held as servants in private houses rarely meet an official who could identify them as victims.',
    'Visa rules tie some workers to their employer, and passports are often kept from them.',
  ],
  'benefit fraud in the names of trafficked people': [
    'Exploiters open accounts and claim benefits for their victims, who may never learn of it.',
    'Banks and welfare officers see the same address, telephone or interpreter again and again.',
  ],
  'organised small boat smuggling': [
    'Crossings of the Channel are sold by several smuggling networks that compete on price, promises and violence.',
    'Engines, dinghies, drivers and payments are arranged in several countries before a migrant reaches the beach.',
  ],
  'the concealment of migrants in lorries': [
    'Lorries remain a route for those who can pay more than the price of a boat.',
    'Drivers, hauliers and port officers differ over whose duty it is to check a trailer.',
  ],
  'unregistered immigration advice': [
    'People who pose as lawyers charge migrants for hopeless or invented claims.',
    'Social media makes it easy for sham advisers to find customers who fear removal.',
  ],
  'the rental of delivery rider accounts': [
    'Riders without permission to work hire accounts from others and hand over part of each day’s earnings.',
    'Platforms verify the account holder, but not always the person on the bicycle.',
  ],
  'bogus student recruitment': [
    'Agents enrol students who never attend, using false certificates and borrowed deposits.',
    'Forged bank letters and certificates are sold with the promise of a visa.',
  ],
  'theft of catalytic converters': [
    'Teams strip several cars in a night for the metals in the exhaust, and sell them on within days.',
    'Scrap dealers, exporters and refiners handle the metal without asking where it came from.',
  ],
  'motorcycle theft': [
    'Stolen motorcycles and scooters are used in robberies, broken for parts or exported.',
    'Keyless scooters and weak locks have made theft easy for young riders working in teams.',
  ],
  'cable theft': [
    'Thieves cut copper from railways, solar farms and street lights, at a cost far above the value of the metal.',
    'Delays to trains and loss of broadband follow each raid, and repair crews come back to the same place.',
  ],
  'livestock theft': [
    'Sheep and cattle disappear in numbers that suggest vehicles, dogs and a ready buyer.',
    'Farmers find fences cut and dogs drugged, and meat may enter the food chain without inspection.',
  ],
  'diesel theft': [
    'Fuel is drained from lorries, farms and building sites by groups who seem to sell it locally.',
    'Drivers who sleep in laybys wake to empty tanks, and insurers seldom pay.',
  ],
  'tool theft from vans': [
    'Builders lose their tools and then several weeks of work, and few expect to see them again.',
    'Stolen drills and saws are resold at car boot sales and online within a day or two.',
  ],
  'burglary of rural businesses': [
    'Travelling gangs raid garden centres, golf clubs and village shops in a single night.',
    'Offenders study alarms and police response times before they strike several places at once.',
  ],
  'theft of whole loads by deception': [
    'Criminals pose as a haulage firm, collect a full load with good papers and vanish.',
    'Freight exchanges allow a stolen identity to win work within minutes, and insiders may pass on details.',
  ],
  'pickpocketing on public transport': [
    'Skilled teams work crowded trains and stations and leave the country before they can be identified.',
    'Phones and wallets pass along a chain of handlers before victims notice the loss.',
  ],
  'cash machine theft': [
    'Gangs use gas, heavy plant or stolen vehicles to remove cash machines from shops.',
    'Shopkeepers face damage out of proportion to the cash taken, and some villages lose their only machine.',
  ],
  'luxury watch robbery': [
    'Wearers are picked out in bars and hotels, followed home and threatened with weapons.',
    'Resale abroad is quick, registers of serial numbers are voluntary and victims are frightened of reprisals.',
  ],
  'dog theft': [
    'Fashionable breeds are stolen to order, sold online or bred from in poor conditions.',
    'Owners describe distress that courts have been slow to recognise.',
  ],
  phishing: [
    'Kits for copying the page of a bank or public service can be rented by criminals with no technical skill.',
    'Victims hand over passwords to messages from a parcel firm, bank or tax office that look entirely genuine.',
  ],
  'account takeover among gamers': [
    'Young players lose accounts and goods of real value to others of their own age.',
    'Hacking of this kind is often a first offence, committed by teenagers who think of it as play.',
  ],
  'intrusion into supplier systems': [
    'Attackers enter a small supplier in order to reach the networks of its larger customers.',
    'Ransomware and theft of data often begin with a forgotten login at a contractor.',
  ],
  'SIM swapping': [
    'Criminals persuade a phone company to move a victim’s number, and then empty accounts that rely on it.',
    'Insiders in shops and call centres may be paid to help, and banks still rely on texts.',
  ],
  'theft of cryptoassets': [
    'Holders of digital coins have been robbed by malware, by false support staff and lately by force at home.',
    'Funds move through mixers and exchanges within minutes, beyond the reach of ordinary investigators.',
  ],
  'invoice fraud': [
    'Payments are diverted by a message that appears to come from a known supplier or solicitor.',
    'Small firms lose a month’s turnover in a single transfer and rarely recover it.',
  ],
  'doorstep fraud by rogue traders': [
    'Householders are charged thousands for needless work on roofs, drives and trees.',
    'Older people are visited again and again, since gangs pass their names to each other.',
  ],
  'boiler room share fraud': [
    'Callers sell worthless shares, wine or carbon credits to people with savings.',
    'Cloned firms and persuasive adverts have made it hard to tell the fraudulent from the licensed.',
  ],
  'ticket fraud': [
    'False tickets for concerts, sport and pilgrimages are sold through cloned sites and social media.',
    'Fans lose money and trust, and banks dispute whether they ought to be reimbursed.',
  ],
  'the staging of road collisions': [
    'Gangs cause crashes with innocent drivers and claim for injury, hire and repairs.',
    'Claims firms, garages and doctors may be careless, deceived or part of the scheme.',
  ],
  'mortgage fraud': [
    'False payslips, inflated valuations and borrowed names are used to obtain loans that will not be repaid.',
    'Brokers, solicitors and valuers each see one part of the deception.',
  ],
  'tax repayment fraud': [
    'Agents file false repayment claims in the names of people who hardly know that they have done so.',
    'Fraud against public schemes spreads quickly once a weakness has been described in a video.',
  ],
  'charity collection fraud': [
    'Appeals after disasters attract criminals who imitate known charities online and on doorsteps.',
    'Donors rarely learn that their gift went elsewhere, and regulators depend on complaints.',
  ],
  'cash couriering': [
    'Couriers carry criminal cash in suitcases between cities and out through airports.',
    'Couriers are paid a share for a risk that they understand poorly, and say nothing of their employers.',
  ],
  'illegal money lending': [
    'Loan sharks lend small sums at extreme interest and enforce debts by threat and violence.',
    'Borrowers are ashamed, seldom report it and may be drawn into crime to repay.',
  ],
  'gold smuggling': [
    'Gold carried by passengers and melted by dealers allows illicit value to cross borders unnoticed.',
    'Refiners and jewellers must report suspicions, but invoices are easy to falsify.',
  ],
  'laundering through betting accounts': [
    'Criminals stake dirty money through accounts opened by others and withdraw it as winnings.',
    'Young adults lend their identity for a cut, and operators see only an ordinary customer.',
  ],
  'bribery in building control': [
    'Inspectors and officials can be offered money to overlook unsafe or unlawful work.',
    'Criminal builders profit when certificates are bought, and residents bear the danger.',
  ],
  'corruption in council contracts': [
    'Contracts for transport, care and repairs can be steered towards friends of officers or members.',
    'Suspicious awards are noticed by losing bidders, who fear to complain.',
  ],
  'bribery of foreign officials by exporters': [
    'British firms that sell abroad meet demands for payment from officials and their relatives.',
    'Agents and intermediaries in third countries make it difficult to prove who knew what.',
  ],
  'online grooming of children': [
    'Adults approach children through games and chat, and move them quickly to private messages.',
    'Encryption and disappearing messages leave investigators with few leads about offenders.',
  ],
  'the trading of child abuse images': [
    'Offenders exchange abuse images in closed groups, whose members encourage each other.',
    'Sellers, collectors and first-time viewers mix in the same forums, with very different risks to children.',
  ],
  'abuse by people in positions of trust': [
    'Tutors, coaches and faith leaders who abuse children may do so for years across several places.',
    'Victims often disclose decades later, when records have been lost and colleagues have died.',
  ],
  'illicit tobacco dealing': [
    'Smuggled and counterfeit cigarettes are sold from shops, houses and cars at half the lawful price.',
    'Organised crime groups value its profit and light sentences, and shopkeepers are offered free displays.',
  ],
  'counterfeit clothing dealing': [
    'Fake sportswear and handbags are imported in bulk and sold at markets and through social media.',
    'Sellers launder the takings through cash businesses and replace seized stock within days.',
  ],
  'the throwing of parcels over prison walls': [
    'Drugs, phones and weapons are thrown into prisons by people who are paid very little for the risk.',
    'Drones have not ended the older method, which needs only a strong arm and a phone call.',
  ],
  'debt-related violence on prison wings': [
    'Prisoners who borrow vapes or spice face rising debts, assaults and pressure on their families.',
    'Corrupt staff, drones and visitors bring in what is later sold on credit.',
  ],
  'drug smuggling by airline passengers': [
    'Suitcases of herbal cannabis are brought from countries where it is lawful by paid travellers.',
    'Couriers are recruited on social media with offers of a free holiday and little idea of the penalty.',
  ],
  'illegal wildlife trading': [
    'Birds of prey, reptiles and ivory are traded by collectors and by organised criminals alike.',
    'Smugglers use forged permits, couriers and parcel post, and seizures are seldom followed by arrests.',
  ],
  'illegal shellfish gathering': [
    'Unlicensed crews gather cockles and crabs at dangerous sites for buyers who ask no questions.',
    'Workers are often migrants in debt to the people who drive them to the beach.',
  ],
};
